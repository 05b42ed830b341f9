namespace ValidationWorkbench.Pdf.Checks;

/// <summary>Refuses text that no page can show: control characters, halves of surrogate pairs, and nothing where something is needed.</summary>
internal static class TextCheck
{
    public const int LongestTitle = 400;

    public static void Verify(string text, string place)
    {
        Require.That(text is not null, place, $"the text is null; at least an empty one is needed");
        int first = FirstUnprintable(text!);
        if (first >= 0)
        {
            throw Require.Failure(
                place,
                $"character {first + 1} is U+{(int)text![first]:X4}; control characters other than tab and line break, unpaired surrogates, U+FFFE and U+FFFF are not allowed");
        }
    }

    /// <summary>A text that must not be empty and has an upper bound, because it is kept on one page.</summary>
    public static void VerifyTitle(string text, string place)
    {
        Verify(text, place);
        Require.That(!string.IsNullOrWhiteSpace(text), place, $"the text is empty; it needs at least one visible character");
        Require.That(text.Length <= LongestTitle, place, $"the text has {text.Length} characters; at most {LongestTitle} are allowed");
    }

    /// <summary>A text for the properties of the file, where there are no lines.</summary>
    public static void VerifyLine(string text, string place)
    {
        Verify(text, place);
        Require.That(text.AsSpan().IndexOfAny("\t\r\n") < 0, place, $"the text has a tab or a line break; a single line is needed");
    }

    private static int FirstUnprintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPrintable(text, i))
            {
                return i;
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return -1;
    }

    private static bool IsPrintable(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\u007F' or '\uFFFE' or '\uFFFF' => false,
        _ => !char.IsSurrogate(text[index]) || char.IsSurrogatePair(text, index),
    };
}
