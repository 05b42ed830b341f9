namespace ValidationWorkbench.Models;

/// <summary>Cuts quotes out of the prompt: the sentence of a find as far as it stands in one line, without list marks.</summary>
internal static class EvidenceQuote
{
    private const int Most = 3;
    private const int Longest = 200;

    /// <summary>Quotes for the strongest finds of a category, strongest first.</summary>
    public static List<string> Take(DocumentText text, CategoryScores scores, int category)
    {
        var quotes = new List<string>();
        foreach (var finding in scores.Findings.Where(finding => finding.Rule.Category == category && finding.Weight > 0).OrderByDescending(finding => finding.Weight))
        {
            var quote = Around(text, finding);
            if (quotes.Count < Most && !quotes.Contains(quote))
            {
                quotes.Add(quote);
            }
        }

        return quotes;
    }

    private static string Around(DocumentText text, EvidenceFinding finding)
    {
        var original = text.Original;
        var lineStart = finding.Start == 0 ? 0 : original.LastIndexOf('\n', finding.Start - 1) + 1;
        var lineEnd = original.IndexOf('\n', finding.Start);
        var start = Math.Max(lineStart, finding.Sentence.Start);
        var end = Math.Min(lineEnd < 0 ? original.Length : lineEnd, finding.Sentence.End);
        if (end - start > Longest)
        {
            var comma = original.LastIndexOfAny([',', ';', ':'], finding.Start, finding.Start - start + 1);
            start = comma < 0 ? start : comma + 1;
            end = Math.Min(end, start + Longest);
            end = end < original.Length && original.LastIndexOf(' ', end, end - start) is var space and > 0 && space > finding.Start ? space : end;
        }

        return original.AsSpan(start, end - start).Trim(" \t\r-*•|>").ToString();
    }
}
