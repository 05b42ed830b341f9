namespace ValidationWorkbench.Models;

/// <summary>Finds the sentences of an unwrapped text and how much each counts.</summary>
internal static class SentenceReader
{
    public static List<TextSentence> Read(string lower)
    {
        var sentences = new List<TextSentence>();
        var start = 0;
        var lineStart = 0;
        var carried = SentenceStanding.Heard;
        while (lineStart < lower.Length)
        {
            var lineEnd = lower.IndexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? lower.Length : lineEnd;
            var line = lower.AsSpan(lineStart, lineEnd - lineStart);
            var standing = StandingRules.OfLine(line);
            for (start = lineStart; start < lineEnd;)
            {
                var end = start + SentenceLength(lower.AsSpan(start, lineEnd - start));
                sentences.Add(new TextSentence(start, end, Lowest(standing, carried, StandingRules.OfSentence(lower.AsSpan(start, end - start)))));
                start = end;
            }

            carried = StandingRules.AfterLine(line, carried);
            lineStart = lineEnd + 1;
        }

        return sentences;
    }

    private static SentenceStanding Lowest(SentenceStanding line, SentenceStanding carried, SentenceStanding own) =>
        (SentenceStanding)Math.Max((int)line, Math.Max((int)carried, (int)own));

    // Ends at a full stop, question or exclamation mark before a space; "3.5", "e.g. x" inside and numbers are no ends that matter.
    private static int SentenceLength(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length - 1; i++)
        {
            if (rest[i] is '.' or '?' or '!' && rest[i + 1] == ' ' && !IsAbbreviation(rest[..i]))
            {
                return i + 1;
            }
        }

        return rest.Length;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before) =>
        before.EndsWith("e.g") || before.EndsWith("i.e") || before.EndsWith(" no") || before.EndsWith("approx") || before.EndsWith(" ca")
        || (before.Length <= 4 && before.Length > 0 && char.IsAsciiDigit(before[^1]));
}
