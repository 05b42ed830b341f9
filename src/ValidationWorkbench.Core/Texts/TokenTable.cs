using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Texts;

/// <summary>
/// Words of texts as numbers, so that texts are compared quickly. A token of a normalised text (<see cref="NormalisedText"/>) is a run of letters,
/// a number with its separators, or one of the signs &lt; &gt; ≤ ≥ = ± %. No stemming, no stop words. Not safe for concurrent use.
/// </summary>
public sealed class TokenTable
{
    private const string Signs = "<>≤≥=±%";

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private enum Kind
    {
        None,
        Letter,
        Digit,
        Sign,
    }

    /// <summary>Tokens of a text, ascending, repeated as often as they occur.</summary>
    public int[] Tokens(string text)
    {
        var tokens = Sequence(text);
        Array.Sort(tokens);
        return tokens;
    }

    /// <summary>Tokens of a text in their order.</summary>
    public int[] Sequence(string text) => [.. Words(text).Select(NumberOf)];

    /// <summary>Normalised words of a text in their order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var normalised = NormalisedText.Of(text);
        var words = new List<string>();
        var start = 0;
        while (start < normalised.Length)
        {
            var kind = KindAt(normalised, start, out var length);
            var end = kind switch
            {
                Kind.Letter => EndOfRun(normalised, start, Kind.Letter),
                Kind.Digit => EndOfNumber(normalised, start),
                _ => start + length,
            };
            if (kind != Kind.None)
            {
                words.Add(normalised[start..end]);
            }

            start = end;
        }

        return words;
    }

    private static int EndOfNumber(string text, int start)
    {
        var end = EndOfRun(text, start, Kind.Digit);
        while (end < text.Length && text[end] is '.' or ',')
        {
            var next = EndOfRun(text, end + 1, Kind.Digit);
            if (next == end + 1)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int EndOfRun(string text, int start, Kind kind)
    {
        var end = start;
        while (end < text.Length && KindAt(text, end, out var length) == kind)
        {
            end += length;
        }

        return end;
    }

    /// <summary>Kind and length of the character at a place. Characters beyond U+FFFF count as one.</summary>
    private static Kind KindAt(string text, int place, out int length)
    {
        if (!Rune.TryGetRuneAt(text, place, out var rune))
        {
            length = 1;
            return Kind.None;
        }

        length = rune.Utf16SequenceLength;
        return Rune.IsLetter(rune) ? Kind.Letter
            : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? Kind.Digit
            : rune.IsBmp && Signs.Contains((char)rune.Value) ? Kind.Sign
            : Kind.None;
    }

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }
}
