using System.Text;

namespace ValidationWorkbench.Texts;

/// <summary>
/// Unicode normalisation form NFKC (Unicode Standard Annex 15), computed from a table of our own: the same text gives the same bytes on every
/// machine, with or without ICU.
/// </summary>
/// <remarks>Characters that the table does not know, because they are younger than it, stay as they are.</remarks>
public static class CompatibilityForm
{
    /// <summary>The text with compatibility characters replaced and marks composed in canonical order; lone surrogates become U+FFFD.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var characters = Decompose(text);
        OrderMarks(characters);
        var result = new StringBuilder(text.Length);
        foreach (var (code, _) in characters.AsSpan(0, Compose(characters)))
        {
            result.Append(new Rune(code));
        }

        return result.ToString();
    }

    private static (int Code, byte Class)[] Decompose(string text)
    {
        var table = CompatibilityTable.Shared;
        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            table.Decompose(rune.Value, codes);
        }

        return [.. codes.Select(code => (code, table.ClassOf(code)))];
    }

    /// <summary>Sorts every run of marks by combining class; marks of one class keep their order.</summary>
    private static void OrderMarks((int Code, byte Class)[] characters)
    {
        for (var start = 0; start < characters.Length; start++)
        {
            var end = start;
            while (end < characters.Length && characters[end].Class != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                characters[start..end].OrderBy(mark => mark.Class).ToArray().CopyTo(characters, start);
            }

            start = end;
        }
    }

    /// <summary>Joins starters with what follows, in place, and returns how many characters remain.</summary>
    private static int Compose((int Code, byte Class)[] characters)
    {
        var table = CompatibilityTable.Shared;
        int starter = -1, count = 0;
        foreach (var (code, combiningClass) in characters)
        {
            // A mark is blocked from its starter by one of the same or a higher class between them.
            var isReachable = starter >= 0 && (count == starter + 1 || characters[count - 1].Class < combiningClass);
            if (isReachable && table.Compose(characters[starter].Code, code) is { } composite)
            {
                characters[starter].Code = composite;
                continue;
            }

            starter = combiningClass == 0 ? count : starter;
            characters[count++] = (code, combiningClass);
        }

        return count;
    }
}
