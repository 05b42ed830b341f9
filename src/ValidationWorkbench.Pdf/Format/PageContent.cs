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

    private readonly ByteText _operators = new();
    private readonly FontSet _fonts;
    private readonly Ink? _accent;
    private List<Element> _owners = [];
    private MarkOwner? _open;

    /// <param name="fonts">The fonts that get to know what is shown.</param>
    /// <param name="accent">The accent colour of the document; null for that of the house.</param>
    public PageContent(FontSet fonts, Ink? accent)
    {
        _fonts = fonts;
        _accent = accent;
    }

    /// <summary>The content stream of what was drawn last.</summary>
    public ReadOnlySpan<byte> Bytes => _operators.Bytes;

    /// <summary>Draws marks and gives the owners of their marked content; that with the identifier i is at position i.</summary>
    public IReadOnlyList<Element> Draw(IEnumerable<Mark> marks)
    {
        _operators.Clear();
        _owners = [];
        foreach (Mark mark in marks)
        {
            Draw(mark);
        }

        Open(null);
        return _owners;
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
        Open(mark.Owner);
        TextStyle style = mark.Style;
        string? spoken = PrivateCharacters.Replaced(mark.Text);
        if (spoken is not null)
        {
            _operators.Add($"/Span << /ActualText {PdfText.Unicode(spoken)} >> BDC ");
        }

        _operators.Add($"BT {Colour(style.Ink)} rg {FontSet.ResourceName(style.Weight)} {new Length(style.Size)} Tf ");
        if (style.Tracking != 0)
        {
            _operators.Add($"{new Length(style.Tracking)} Tc ");
        }

        _operators.Add($"1 0 {(style.Slanted ? Slant : "0")} 1 {new Length(mark.X)} {Length.FromTop(mark.Y)} Tm ");
        _fonts.Show(mark.Text, style, _operators);
        if (mark.EndsWord)
        {
            _operators.Add(" ");
            _fonts.Show(" ", style, _operators);
        }

        _operators.Add(style.Tracking == 0 ? " ET" : " 0 Tc ET");
        _operators.Add(spoken is null ? "\n" : " EMC\n");
    }

    private void Box(BoxMark mark)
    {
        Open(mark.Owner);
        if (mark.Fill is { } inside)
        {
            _operators.Add($"{Colour(inside)} rg ");
        }

        if (mark.Frame is { } edge)
        {
            _operators.Add($"{Colour(edge)} RG {new Length(mark.Thickness)} w ");
        }

        string paint = (mark.Fill, mark.Frame) switch
        {
            (null, null) => "n",
            (_, null) => "f",
            (null, _) => "S",
            _ => "B",
        };
        _operators.Add($"{new Length(mark.X)} {Length.FromTop(mark.Y + mark.Height)} {new Length(mark.Width)} {new Length(mark.Height)} re {paint}\n");
    }

    private void Line(LineMark mark)
    {
        Open(mark.Owner);
        _operators.Add(mark.Dotted ? "q 1 J [0 2.8] 0 d " : "");
        _operators.Add($"{Colour(mark.Ink)} RG {new Length(mark.Thickness)} w {new Length(mark.X)} {Length.FromTop(mark.Y)} m ");
        _operators.Add($"{new Length(mark.X + mark.Right)} {Length.FromTop(mark.Y + mark.Down)} l S{(mark.Dotted ? " Q" : "")}\n");
    }

    // A line of no length with round ends is a filled circle.
    private void Dot(DotMark mark)
    {
        Open(mark.Owner);
        (Length x, Length y) = (new Length(mark.X), Length.FromTop(mark.Y));
        _operators.Add($"q 1 J {Colour(mark.Ink)} RG {new Length(2 * mark.Radius)} w {x} {y} m {x} {y} l S Q\n");
    }

    // Ends the sequence of another owner and begins that of this one.
    private void Open(MarkOwner? owner)
    {
        if (_open == owner)
        {
            return;
        }

        _operators.Add(_open is null ? "" : "EMC\n");
        _open = owner;
        if (owner is Artifact artifact)
        {
            _operators.Add($"/Artifact << {artifact.Properties} >> BDC\n");
        }
        else if (owner is Element element)
        {
            _operators.Add($"/{element.Type.ToString()} << /MCID {_owners.Count} >> BDC\n");
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
        Open(mark.Owner);
        _operators.Add($"q 1 j {dash}{Colour(mark.Ink)} RG {new Length(mark.Thickness)} w");
        if (mark.Fill is { } fill)
        {
            _operators.Add($" {Colour(fill)} rg");
        }

        for (int i = 0; i < mark.Points.Count; i++)
        {
            (int right, int down) = mark.Points[i];
            _operators.Add($" {new Length(mark.X + right)} {Length.FromTop(mark.Y + down)} {(i == 0 ? "m" : "l")}");
        }

        _operators.Add(mark.Fill is null ? " S Q\n" : " b Q\n");
    }

    // The form is drawn for the middle of a portrait page.
    private void Watermark(WatermarkMark mark)
    {
        Open(mark.Owner);
        (int right, int down) = (mark.X - (Spacing.PageWidth / 2), mark.Y - (Spacing.PageHeight / 2));
        if (right == 0 && down == 0)
        {
            _operators.Add($"{WatermarkForm.ResourceName} Do\n");
        }
        else
        {
            _operators.Add($"q 1 0 0 1 {new Length(right)} {new Length(-down)} cm {WatermarkForm.ResourceName} Do Q\n");
        }
    }

    private Ink Colour(Ink ink) => ink.Under(_accent);
}
