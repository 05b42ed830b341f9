using System.Text;
using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The watermark as a form that all pages share: glyph outlines, not text, so that the words of a page are read and copied without it.</summary>
internal sealed class WatermarkForm
{
    public const string ResourceName = "/W1";

    // Sine and cosine of 45 degrees, and how far the text may reach along the diagonal.
    private const string Diagonal = "0.70711";
    private const int Reach = 660_000;

    private readonly StringBuilder _path = new();
    private readonly TextStyle _style;
    private readonly int _size;

    private WatermarkForm(TextStyle style, int size)
    {
        _style = style;
        _size = size;
    }

    public static byte[] Content(string text)
    {
        TextStyle style = Typography.Watermark;
        int natural = Math.Max(1, MeasuredText.WidthOf(text, style));
        int size = (int)Math.Min(style.Size, (long)style.Size * Reach / natural);
        WatermarkForm form = new(style with { Size = size }, size);
        form.Draw(text);
        return Encoding.ASCII.GetBytes(form._path.ToString());
    }

    private void Draw(string text)
    {
        _path.Append($"q {Diagonal} {Diagonal} -{Diagonal} {Diagonal} {Points.Text(Spacing.PageWidth / 2)} {Points.Text(Spacing.PageHeight / 2)} cm {Points.Text(_style.Ink.Red)} {Points.Text(_style.Ink.Green)} {Points.Text(_style.Ink.Blue)} rg\n");
        int x = -MeasuredText.WidthOf(text, _style) / 2;
        foreach (Rune character in text.EnumerateRunes())
        {
            int glyph = Typeface.Glyph(_style.Weight, Figures.Text, character.Value);
            foreach (OutlinePoint[] contour in GlyphOutline.Contours(Typeface.Font(_style.Weight), glyph))
            {
                Contour(Closed(contour), x);
            }

            x += MeasuredText.WidthOf(character.ToString(), _style);
        }

        _path.Append("f Q\n");
    }

    // Puts in the points on the curve that the font leaves out, and starts and ends on one.
    private static List<OutlinePoint> Closed(OutlinePoint[] contour)
    {
        List<OutlinePoint> points = [];
        for (int i = 0; i < contour.Length; i++)
        {
            OutlinePoint next = contour[(i + 1) % contour.Length];
            points.Add(contour[i]);
            if (!contour[i].OnCurve && !next.OnCurve)
            {
                points.Add(contour[i].Midpoint(next));
            }
        }

        int first = points.FindIndex(point => point.OnCurve);
        return [.. points[first..], .. points[..(first + 1)]];
    }

    private void Contour(List<OutlinePoint> points, int x)
    {
        _path.Append($"{At(points[0], x)} m\n");
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].OnCurve)
            {
                _path.Append($"{At(points[i], x)} l\n");
                continue;
            }

            _path.Append($"{At(Between(points[i - 1], points[i]), x)} {At(Between(points[i + 1], points[i]), x)} {At(points[i + 1], x)} c\n");
            i++;
        }

        _path.Append("h\n");
    }

    // A cubic arc equals a quadratic one when its control points stand two thirds of the way to the quadratic control point.
    private static OutlinePoint Between(OutlinePoint end, OutlinePoint control) =>
        new(end.X + ((control.X - end.X) * 2 / 3), end.Y + ((control.Y - end.Y) * 2 / 3), false);

    private string At(OutlinePoint point, int x) => $"{Points.Text(x + Scaled(point.X))} {Points.Text(Scaled(point.Y) - (_style.CapHeight / 2))}";

    private int Scaled(int units) => (int)((long)units * _size / Typeface.Font(_style.Weight).UnitsPerEm);
}
