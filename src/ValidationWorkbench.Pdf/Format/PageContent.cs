using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// Writes the marks of a page as PDF drawing operators, in marked-content sequences that say for each what it belongs to (ISO 32000-1, 14.6 and 14.8.2).
/// </summary>
internal sealed class PageContent
{
    // The tangent of about eleven degrees.
    private const string Slant = "0.2";

    private readonly StringBuilder _operators = new();
    private readonly FontSet _fonts;
    private readonly Ink? _accent;
    private readonly List<Element> _owners = [];
    private MarkOwner? _open;

    public PageContent(Page page, FontSet fonts, Ink? accent)
    {
        _fonts = fonts;
        _accent = accent;
        foreach (Mark mark in page.Marks)
        {
            Draw(mark);
        }

        Open(null);
    }

    /// <summary>The content stream.</summary>
    public byte[] Bytes => Encoding.ASCII.GetBytes(_operators.ToString());

    /// <summary>The owners of the marked content; that with the identifier i is at position i.</summary>
    public IReadOnlyList<Element> Owners => _owners;

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
            case PathMark path:
                Path(path);
                break;
            case WatermarkMark watermark:
                Watermark(watermark);
                break;
        }
    }

    private void Text(TextMark mark)
    {
        TextStyle style = mark.Style;
        string tracking = style.Tracking == 0 ? "" : $"{Points.Text(style.Tracking)} Tc ";
        string reset = style.Tracking == 0 ? "" : " 0 Tc";
        string position = $"1 0 {(style.Slanted ? Slant : "0")} 1 {Points.Text(mark.X)} {Points.FromTop(mark.Y)} Tm";
        string spoken = PrivateCharacters.Replaced(mark.Text) is { } text ? $"/Span << /ActualText {PdfText.Unicode(text)} >> BDC " : "";
        string font = $"{Colour(style.Ink)} rg {FontSet.ResourceName(style.Weight)} {Points.Text(style.Size)} Tf";
        string shown = $"{_fonts.Shown(mark)}{_fonts.WordEnd(mark)}";
        Write(mark, $"{spoken}BT {font} {tracking}{position} {shown}{reset} ET{(spoken.Length == 0 ? "" : " EMC")}");
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
        Write(mark, $"{fill}{frame}{corner} {Points.Text(mark.Width)} {Points.Text(mark.Height)} re {paint}");
    }

    private void Line(LineMark mark)
    {
        string dots = mark.Dotted ? "q 1 J [0 2.8] 0 d " : "";
        string pen = $"{Colour(mark.Ink)} RG {Points.Text(mark.Thickness)} w";
        string path = $"{Points.Text(mark.X)} {Points.FromTop(mark.Y)} m {Points.Text(mark.X + mark.Right)} {Points.FromTop(mark.Y + mark.Down)} l S";
        Write(mark, $"{dots}{pen} {path}{(mark.Dotted ? " Q" : "")}");
    }

    // A line of no length with round ends is a filled circle.
    private void Dot(DotMark mark)
    {
        string point = $"{Points.Text(mark.X)} {Points.FromTop(mark.Y)}";
        Write(mark, $"q 1 J {Colour(mark.Ink)} RG {Points.Text(2 * mark.Radius)} w {point} m {point} l S Q");
    }

    private void Write(Mark mark, string operators)
    {
        Open(mark.Owner);
        _operators.Append(CultureInfo.InvariantCulture, $"{operators}\n");
    }

    // Ends the sequence of another owner and begins that of this one.
    private void Open(MarkOwner? owner)
    {
        if (_open == owner)
        {
            return;
        }

        _operators.Append(_open is null ? "" : "EMC\n");
        _open = owner;
        if (owner is Artifact artifact)
        {
            _operators.Append(CultureInfo.InvariantCulture, $"/Artifact << {artifact.Properties} >> BDC\n");
        }
        else if (owner is Element element)
        {
            _operators.Append(CultureInfo.InvariantCulture, $"/{element.Type} << /MCID {_owners.Count} >> BDC\n");
            _owners.Add(element);
        }
    }

    private void Path(PathMark mark)
    {
        string dash = mark.Dash switch
        {
            Dash.Dashed => "[4.5 2.5] 0 d ",
            Dash.Dotted => "1 J [0 2.4] 0 d ",
            Dash.DashDotted => "[6 2 1.2 2] 0 d ",
            _ => "",
        };
        string pen = $"q 1 j {dash}{Colour(mark.Ink)} RG {Points.Text(mark.Thickness)} w{(mark.Fill is { } fill ? $" {Colour(fill)} rg" : "")}";
        IEnumerable<string> points = mark.Points.Select((point, i) =>
            $"{Points.Text(mark.X + point.Right)} {Points.FromTop(mark.Y + point.Down)} {(i == 0 ? "m" : "l")}");
        Write(mark, $"{pen} {string.Join(' ', points)} {(mark.Fill is null ? "S" : "b")} Q");
    }

    // The form is drawn for the middle of a portrait page.
    private void Watermark(WatermarkMark mark)
    {
        (int right, int down) = (mark.X - (Spacing.PageWidth / 2), mark.Y - (Spacing.PageHeight / 2));
        string draw = $"{WatermarkForm.ResourceName} Do";
        Write(mark, $"{(right == 0 && down == 0 ? draw : $"q 1 0 0 1 {Points.Text(right)} {Points.Text(-down)} cm {draw} Q")}");
    }


    private string Colour(Ink ink) => Plain(ink.Under(_accent));

    internal static string Plain(Ink ink) => $"{Points.Text(ink.Red)} {Points.Text(ink.Green)} {Points.Text(ink.Blue)}";
}
