using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Estimates with their bounds and limits on one scale from 0 to 1, as a drawing within HTML.</summary>
internal static class IntervalFigure
{
    private const int Width = 720;
    private const int Left = 220;
    private const int Scale = 300;
    private const int LineHeight = 16;
    private const int Padding = 8;
    private const int AxisHeight = 26;
    private const int LabelLetters = 32;

    public static XElement Of(IntervalPart chart)
    {
        var rows = chart.Rows.Select(row => (Row: row, Label: Wrap(PrintableText.OneLine(row.Label)))).ToList();
        var height = rows.Sum(row => HeightOf(row.Label));
        var drawing = new XElement("svg", Attribute("viewBox", $"0 0 {Width} {height + AxisHeight}"), Attribute("role", "img"), Attribute("aria-label", Alternative(chart)));
        var top = 0;
        foreach (var (row, label) in rows)
        {
            drawing.Add(Row(row, label, top));
            top += HeightOf(label);
        }

        drawing.Add(Axis(height));
        return new XElement("figure", new XElement("div", Attribute("class", "scroll"), Attribute("tabindex", "0"), drawing),
            new XElement("figcaption", $"{PrintableText.OneLine(chart.Caption)}. Dot: estimate; line: between its bounds; dashed upright: limit."));
    }

    /// <summary>What the drawing shows, in words.</summary>
    private static string Alternative(IntervalPart chart) => PrintableText.OneLine(
        string.Join("; ", chart.Rows.Select(row => $"{row.Label}: {row.Numbers}, limit {Figures.Setting(row.Limit)}")));

    private static IEnumerable<XElement> Row(IntervalRow row, IReadOnlyList<string> label, int top)
    {
        var (height, middle) = (HeightOf(label), top + (HeightOf(label) / 2));
        yield return new XElement("text", Attribute("y", Number(top + Padding + 12)),
            label.Select((line, i) => new XElement("tspan", Attribute("x", "0"), i == 0 ? null : Attribute("dy", Number(LineHeight)), line)));
        yield return Line("limit", At(row.Limit), top, At(row.Limit), top + height);
        yield return Line("bounds", At(row.Lower), middle, At(row.Upper), middle);
        yield return Line("bounds", At(row.Lower), middle - 5, At(row.Lower), middle + 5);
        yield return Line("bounds", At(row.Upper), middle - 5, At(row.Upper), middle + 5);
        yield return new XElement("circle", Attribute("cx", Number(At(row.Observed))), Attribute("cy", Number(middle)), Attribute("r", "4.5"));
        yield return new XElement("text", Attribute("class", "end"), Attribute("x", Number(Width)), Attribute("y", Number(middle + 4)), PrintableText.OneLine(row.Numbers));
        yield return Line("rule", 0, top + height, Width, top + height);
    }

    private static IEnumerable<XElement> Axis(int top)
    {
        foreach (var value in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            yield return Line("tick", At(value), top, At(value), top + 5);
            yield return new XElement("text", Attribute("class", "tick"), Attribute("x", Number(At(value))), Attribute("y", Number(top + 20)), Figures.Setting(value));
        }
    }

    private static XElement Line(string kind, double x1, double y1, double x2, double y2) => new("line", Attribute("class", kind),
        Attribute("x1", Number(x1)), Attribute("y1", Number(y1)), Attribute("x2", Number(x2)), Attribute("y2", Number(y2)));

    private static double At(double share) => Left + (Scale * share);

    private static int HeightOf(IReadOnlyList<string> label) => (label.Count * LineHeight) + (2 * Padding);

    private static XAttribute Attribute(string name, string value) => new(name, value);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Lines of whole words; a word that is longer than a line is cut into pieces.</summary>
    private static List<string> Wrap(string label)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in label.Split(' ').SelectMany(word => word.EnumerateRunes().Chunk(LabelLetters).Select(piece => string.Concat(piece))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LabelLetters)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
