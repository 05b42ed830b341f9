using System.Globalization;
using System.Xml.Linq;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Figures as drawings within HTML, with their caption and what they show in words.</summary>
internal static class HtmlFigure
{
    private const double Left = 200;
    private const int LabelLetters = 28;
    private const double CellHeight = 30;
    private const double DarkestCell = 0.45;

    public static XElement Of(FigurePart figure)
    {
        var caption = PrintableText.OneLine(figure.Caption);
        var (height, marks) = figure switch
        {
            IntervalPart chart => Intervals(chart),
            MatrixPart chart => Matrix(chart),
            PairedPart chart => Pairs(chart),
            StripPart chart => Strips(chart),
            PlotPart chart => HtmlPlot.Of(chart),
            _ => throw new ArgumentException($"A {figure.GetType().Name} cannot be printed.", nameof(figure)),
        };
        return new XElement("figure",
            new XElement("figcaption", caption),
            new XElement("div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), Svg.Drawing(height, caption, marks)),
            new XElement("details", new XElement("summary", "In words"), new XElement("p", PrintableText.OneLine(figure.Alternative))));
    }

    private static (double Height, List<XElement> Marks) Intervals(IntervalPart chart)
    {
        const double right = 430, numbers = 448;
        const int numberLetters = 27;
        var axis = new PartAxis(string.Empty, chart.Minimum, chart.Maximum);
        var marks = new List<XElement>();
        var top = 0.0;
        foreach (var row in chart.Rows)
        {
            var (label, words) = (Svg.Wrap(row.Label, LabelLetters), Svg.Wrap(row.Numbers, numberLetters));
            var height = (Math.Max(label.Count, words.Count) * Svg.LineHeight) + (2 * Svg.RowPadding);
            var middle = top + (height / 2);
            var (lower, upper) = (Svg.At(row.Lower, axis, Left, right), Svg.At(row.Upper, axis, Left, right));
            marks.AddRange(
            [
                Svg.Block("label", 0, middle, label),
                Svg.Line("limit", Svg.At(row.Limit, axis, Left, right), top, Svg.At(row.Limit, axis, Left, right), top + height),
                Svg.Line("bounds", lower, middle, upper, middle), Svg.Line("bounds", lower, middle - 5, lower, middle + 5), Svg.Line("bounds", upper, middle - 5, upper, middle + 5),
                Svg.Dot(row.Calls ? "hollow" : "full", Svg.At(row.Observed, axis, Left, right), middle, 4.5),
                Svg.Block("label", numbers, middle, words), Svg.Text("state", Svg.Width, middle + 4, row.State), Svg.Line("rule", 0, top + height, Svg.Width, top + height),
            ]);
            top += height;
        }

        marks.AddRange(Svg.Axis(axis, Left, right, top));
        return (top + Svg.AxisHeight, marks);
    }

    private static (double Height, List<XElement> Marks) Matrix(MatrixPart chart)
    {
        const double heads = 3 * Svg.LineHeight;
        var width = (Svg.Width - Left) / chart.Columns.Count;
        var letters = Math.Max(3, (int)(width / 7.5));
        var top = (2 * Svg.LineHeight) + heads;
        List<XElement> marks =
        [
            Svg.Text("title", (Left + Svg.Width) / 2, 14, chart.ColumnTitle), Svg.Text("head", 0, top - 8, chart.RowTitle),
            .. chart.Columns.Select((column, i) => Svg.Block("middle", Left + ((i + 0.5) * width), top - (heads / 2), Svg.Wrap(column, letters))),
        ];
        foreach (var (row, counts) in chart.Rows.Zip(chart.Counts))
        {
            var sum = Math.Max(1, counts.Sum());
            marks.Add(Svg.Block("label", 0, top + (CellHeight / 2), Svg.Wrap(row, LabelLetters)));
            marks.AddRange(counts.SelectMany((count, i) => new[]
            {
                Svg.Box("cell", Left + (i * width), top, width - 2, CellHeight - 2, DarkestCell * count / sum),
                Svg.Text("middle", Left + ((i + 0.5) * width), top + (CellHeight / 2) + 4, Number(count)),
            }));
            top += CellHeight;
        }

        return (top + Svg.RowPadding, marks);
    }

    private static (double Height, List<XElement> Marks) Pairs(PairedPart chart)
    {
        const double middle = 430, longest = 170;
        var most = Math.Max(1, chart.Rows.Select(row => Math.Max(row.Left, row.Right)).DefaultIfEmpty().Max());
        var top = 1.5 * Svg.LineHeight;
        List<XElement> marks =
        [
            Svg.Text("head-end", middle - 8, 13, chart.LeftTitle), Svg.Text("head", middle + 8, 13, chart.RightTitle), Svg.Text("head-end", Svg.Width, 13, chart.NoteTitle),
        ];
        foreach (var row in chart.Rows)
        {
            var label = Svg.Wrap(row.Label, LabelLetters);
            var height = (label.Count * Svg.LineHeight) + (2 * Svg.RowPadding);
            var (centre, left, right) = (top + (height / 2), longest * row.Left / most, longest * row.Right / most);
            marks.AddRange(
            [
                Svg.Block("label", 0, centre, label), Svg.Box("hatched", middle - left, centre - 7, left, 14), Svg.Box("bar", middle, centre - 7, right, 14),
                Svg.Text("end", middle - left - 6, centre + 4, Number(row.Left)), Svg.Text("label", middle + right + 6, centre + 4, Number(row.Right)),
                Svg.Text("end", Svg.Width, centre + 4, row.Note), Svg.Line("rule", 0, top + height, Svg.Width, top + height),
            ]);
            top += height;
        }

        marks.Add(Svg.Line("tick", middle, 1.5 * Svg.LineHeight, middle, top));
        return (top + Svg.RowPadding, marks);
    }

    private static (double Height, List<XElement> Marks) Strips(StripPart chart)
    {
        const double right = 600;
        double At(double value) => Svg.At(value, chart.Axis, Left, right);
        var first = chart.Limits.Count * Svg.LineHeight;
        var top = first;
        var marks = new List<XElement>();
        foreach (var row in chart.Rows)
        {
            var label = Svg.Wrap(row.Label, LabelLetters);
            var height = (label.Count * Svg.LineHeight) + (4 * Svg.RowPadding);
            var middle = top + (height / 2);
            marks.Add(Svg.Block("label", 0, middle, label));
            marks.AddRange(row.Values.Select(value => Svg.Dot("value", At(value), middle, 3.5)));
            marks.AddRange(row.Mean is { } mean ? [Svg.Line("bounds", At(mean), middle - 10, At(mean), middle + 10)] : []);
            marks.Add(Svg.Text("end", Svg.Width, middle + 4, row.Numbers));
            marks.Add(Svg.Line("rule", 0, top + height, Svg.Width, top + height));
            top += height;
        }

        marks.AddRange(chart.Limits.SelectMany((limit, i) => new[]
        {
            Svg.Line("limit", At(limit.Value), (i + 1) * Svg.LineHeight, At(limit.Value), top),
            Svg.Text("end", At(limit.Value), (i * Svg.LineHeight) + 12, limit.Label),
        }));
        marks.AddRange(Svg.Axis(chart.Axis, Left, right, top));
        return (top + Svg.AxisHeight, marks);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
