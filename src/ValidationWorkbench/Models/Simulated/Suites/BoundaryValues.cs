using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>Numbers with units in a requirement and the values just below, at and just above each, in its last decimal.</summary>
internal static partial class BoundaryValues
{
    private const int Most = 3;

    /// <summary>Text such as <c>24.9 °C, 25.0 °C and 25.1 °C; 59 minutes, 60 minutes and 61 minutes</c>, or null without numbers.</summary>
    public static string? Describe(string requirement)
    {
        var text = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Numbers().Matches(requirement))
        {
            var unit = match.Groups["unit"].Value;
            if (seen.Count == Most || !seen.Add(match.Groups["number"].Value + unit))
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : "; ");
            Append(text, match.Groups["number"].Value, unit.Length == 0 || unit[0] == '%' ? unit : unit.TrimEnd('.', ','));
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static void Append(StringBuilder text, string number, string unit)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        var smallest = new decimal(1, 0, 0, false, value.Scale);
        var space = unit.Length == 0 ? "" : " ";
        text.Append(CultureInfo.InvariantCulture, $"{value - smallest}{space}{unit}, {value}{space}{unit} and {value + smallest}{space}{unit}");
    }

    [GeneratedRegex(
        @"(?<![\w.,:/-])(?<!\b(?:Annex|Part|Chapter|Section|Version|Release|Step|Stage|Form|Class|Grade|Line|Room|Rev|"
        + @"Revision)\s)(?<number>\d{1,7}(?:\.\d{1,6})?)(?![\w.:/-]|\s(?:CFR|January|February|March|April|May|June|July|August|"
        + @"September|October|November|December|shall|must|is|are|of)\b)(?:\s?(?!(?:to|or|and|the|in|for|at|by|when|if|with|from|on|"
        + @"as|until|after|before|than|that|which)\b)(?<unit>%|°C|[A-Za-zµ]+(?:/[A-Za-z]+)?))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
