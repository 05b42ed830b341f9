using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Marks of a drawing within HTML, in pixels of a drawing <see cref="Width"/> wide. The style sheet gives each kind its colours.</summary>
internal static class Svg
{
    public const double Width = 720;
    public const double LineHeight = 16;
    public const double RowPadding = 7;

    /// <summary>Height of an axis with its title.</summary>
    public const double AxisHeight = 44;

    private const double FirstLine = 12;
    private const int Ticks = 5;

    public static XElement Drawing(double height, string name, IEnumerable<XElement> marks) => new("svg",
        new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(height)}"), new XAttribute("role", "img"), new XAttribute("aria-label", name), marks);

    public static XElement Line(string kind, double x1, double y1, double x2, double y2) => new("line", new XAttribute("class", kind),
        new XAttribute("x1", Number(x1)), new XAttribute("y1", Number(y1)), new XAttribute("x2", Number(x2)), new XAttribute("y2", Number(y2)));

    public static XElement Dot(string kind, double x, double y, double radius) => new("circle", new XAttribute("class", kind),
        new XAttribute("cx", Number(x)), new XAttribute("cy", Number(y)), new XAttribute("r", Number(radius)));

    public static XElement Box(string kind, double x, double y, double width, double height, double opacity = 1) => new("rect", new XAttribute("class", kind),
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("width", Number(width)), new XAttribute("height", Number(height)),
        new XAttribute("fill-opacity", Number(opacity)));

    /// <param name="kind">Its kind.</param>
    /// <param name="points">Corners.</param>
    public static XElement Path(string kind, IEnumerable<(double X, double Y)> points) => new("polyline", new XAttribute("class", kind),
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    /// <summary>Words on one line.</summary>
    public static XElement Text(string kind, double x, double y, string text) => new("text", new XAttribute("class", kind),
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), PrintableText.OneLine(text));

    /// <summary>Lines below each other, the block centred on a height.</summary>
    public static XElement Block(string kind, double x, double middle, IReadOnlyList<string> lines) => new("text", new XAttribute("class", kind),
        new XAttribute("y", Number(middle - (lines.Count * LineHeight / 2) + FirstLine)),
        lines.Select((line, i) => new XElement("tspan", new XAttribute("x", Number(x)), i == 0 ? null : new XAttribute("dy", Number(LineHeight)), line)));

    /// <summary>Lines of whole words; a word that is longer than a line is cut into pieces.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in PrintableText.OneLine(text).Split(' ').SelectMany(word => word.EnumerateRunes().Chunk(letters).Select(piece => string.Concat(piece))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>Place of a value on a scale; what is beyond an end stands at it.</summary>
    public static double At(double value, PartAxis axis, double from, double to) =>
        from + ((to - from) * Math.Clamp((value - axis.Minimum) / (axis.Maximum - axis.Minimum), 0, 1));

    /// <summary>A scale below a drawing, with its title.</summary>
    public static IEnumerable<XElement> Axis(PartAxis axis, double left, double right, double top)
    {
        yield return Line("tick", left, top, right, top);
        foreach (var value in TicksOf(axis))
        {
            yield return Line("tick", At(value, axis, left, right), top, At(value, axis, left, right), top + 5);
            yield return Text("tick", At(value, axis, left, right), top + 19, Written(value, axis));
        }

        yield return Text("title", (left + right) / 2, top + 36, axis.Title);
    }

    /// <summary>Round values within a scale, about five.</summary>
    public static IEnumerable<double> TicksOf(PartAxis axis)
    {
        var least = (axis.Maximum - axis.Minimum) / Ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(value => value >= least * 0.999);
        for (var i = Math.Ceiling((axis.Minimum / step) - 1e-9) + 0.0; i * step <= axis.Maximum + (step * 1e-9); i++)
        {
            yield return i * step;
        }
    }

    public static string Written(double value, PartAxis axis) =>
        axis.IsShare ? Figures.Setting(Math.Round(value, 9)) : Math.Round(value, 9).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
