using System.Text.RegularExpressions;

namespace ValidationWorkbench.Scoring;

/// <summary>Looks for the words of a must-have check.</summary>
public static class Terms
{
    /// <summary>
    /// True where one of the alternatives, separated by <c>|</c>, stands in the text as whole words or a whole number; letter case does not count. "25" does not occur in "25.0" or "125".
    /// </summary>
    public static bool OccurIn(string term, string text)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(text);
        var alternatives = term.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        return Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{Nd}}]|\p{{Nd}}[.,])(?:{string.Join('|', alternatives)})(?![\p{{L}}\p{{Nd}}]|[.,]\p{{Nd}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
