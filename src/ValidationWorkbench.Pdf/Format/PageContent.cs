using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Writes the marks of a page as PDF drawing operators.</summary>
internal sealed class PageContent
{
    private readonly StringBuilder _operators = new();
    private readonly FontSet _fonts;

    private PageContent(FontSet fonts) => _fonts = fonts;

    public static byte[] Of(Page page, FontSet fonts)
    {
        PageContent content = new(fonts);
        foreach (Mark mark in page.Marks)
        {
            content.Draw(mark);
        }

        return Encoding.ASCII.GetBytes(content._operators.ToString());
    }

    private void Draw(Mark mark)
    {
        switch (mark)
        {
            case TextMark { Text.Length: > 0 } text:
                Text(text);
                break;
            case BoxMark box:
                Box(box);
                break;
            case LineMark line when line.Right != 0 || line.Down != 0:
                Line(line);
                break;
            case DotMark dot:
                Dot(dot);
                break;
            case WatermarkMark:
                Write($"{WatermarkForm.ResourceName} Do");
                break;
        }
    }

    private void Text(TextMark mark)
    {
        TextStyle style = mark.Style;
        string tracking = style.Tracking == 0 ? "" : $"{Points.Text(style.Tracking)} Tc ";
        string reset = style.Tracking == 0 ? "" : " 0 Tc";
        string position = $"1 0 0 1 {Points.Text(mark.X)} {Points.FromTop(mark.Y)} Tm";
        Write($"BT {Colour(style.Ink)} rg {FontSet.ResourceName(style.Weight)} {Points.Text(style.Size)} Tf {tracking}{position} {_fonts.Encoded(mark)} Tj{reset} ET");
    }

    private void Box(BoxMark mark)
    {
        string fill = mark.Fill is { } inside ? $"{Colour(inside)} rg " : "";
        string frame = mark.Frame is { } edge ? $"{Colour(edge)} RG {Points.Text(mark.Thickness)} w " : "";
        string paint = (mark.Fill, mark.Frame) switch
        {
            (null, null) => "n",
            (_, null) => "f",
            (null, _) => "S",
            _ => "B",
        };
        string corner = $"{Points.Text(mark.X)} {Points.FromTop(mark.Y + mark.Height)}";
        Write($"{fill}{frame}{corner} {Points.Text(mark.Width)} {Points.Text(mark.Height)} re {paint}");
    }

    private void Line(LineMark mark)
    {
        string dots = mark.Dotted ? "q 1 J [0 2.8] 0 d " : "";
        string pen = $"{Colour(mark.Ink)} RG {Points.Text(mark.Thickness)} w";
        string path = $"{Points.Text(mark.X)} {Points.FromTop(mark.Y)} m {Points.Text(mark.X + mark.Right)} {Points.FromTop(mark.Y + mark.Down)} l S";
        Write($"{dots}{pen} {path}{(mark.Dotted ? " Q" : "")}");
    }

    // A line of no length with round ends is a filled circle.
    private void Dot(DotMark mark)
    {
        string point = $"{Points.Text(mark.X)} {Points.FromTop(mark.Y)}";
        Write($"q 1 J {Colour(mark.Ink)} RG {Points.Text(2 * mark.Radius)} w {point} m {point} l S Q");
    }

    private void Write(string operators) => _operators.Append(CultureInfo.InvariantCulture, $"{operators}\n");

    internal static string Colour(Ink ink) => $"{Points.Text(ink.Red)} {Points.Text(ink.Green)} {Points.Text(ink.Blue)}";
}
