using ValidationWorkbench.Pdf.Fonts;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Something to draw. Positions count from the left and from the top; a piece holds them relative to its own corner, a page to the page's.</summary>
internal abstract record Mark(int X, int Y)
{
    /// <summary>What this mark is content of. Whatever nobody claims is decoration.</summary>
    public MarkOwner Owner { get; init; } = Artifact.Layout;

    /// <summary>The area that the mark may touch.</summary>
    public abstract Bounds Bounds { get; }

    public Mark Moved(int x, int y) => this with { X = X + x, Y = Y + y };
}

/// <summary>Text on the baseline Y.</summary>
internal sealed record TextMark(int X, int Y, string Text, TextStyle Style) : Mark(X, Y)
{
    /// <summary>Whether a space follows that is not drawn, since the line ends here: it keeps the words apart for who reads without seeing lines.</summary>
    public bool EndsWord { get; init; }

    public TextLink? Link { get; init; }

    public override Bounds Bounds =>
        new(X, Y - Style.Length(Typeface.Font(Style.Weight).Ascent), X + MeasuredText.WidthOf(Text, Style), Y - Style.Length(Typeface.Font(Style.Weight).Descent));
}

/// <summary>A rectangle, filled or framed or both.</summary>
internal sealed record BoxMark(int X, int Y, int Width, int Height, Ink? Fill = null, Ink? Frame = null, int Thickness = 0) : Mark(X, Y)
{
    public override Bounds Bounds => new Bounds(X, Y, X + Width, Y + Height).Grown((Thickness + 1) / 2);
}

/// <summary>A straight line by its extent from the starting point.</summary>
internal sealed record LineMark(int X, int Y, int Right, int Down, int Thickness, Ink Ink, bool Dotted = false) : Mark(X, Y)
{
    public override Bounds Bounds => Bounds.Between(X, Y, X + Right, Y + Down).Grown((Thickness + 1) / 2);
}

/// <summary>A filled circle around its centre.</summary>
internal sealed record DotMark(int X, int Y, int Radius, Ink Ink) : Mark(X, Y)
{
    public override Bounds Bounds => new Bounds(X, Y, X, Y).Grown(Radius);
}

/// <summary>A line through points given by their distances from the corner; with a fill, the area they enclose.</summary>
internal sealed record PathMark(int X, int Y, IReadOnlyList<(int Right, int Down)> Points, int Thickness, Ink Ink) : Mark(X, Y)
{
    public Ink? Fill { get; init; }

    public Dash Dash { get; init; }

    public override Bounds Bounds => new Bounds(
        X + Points.Min(point => point.Right), Y + Points.Min(point => point.Down), X + Points.Max(point => point.Right), Y + Points.Max(point => point.Down))
        .Grown((Thickness + 1) / 2);
}

/// <summary>An area that leads somewhere; the description says in words where.</summary>
internal sealed record LinkMark(int X, int Y, int Width, int Height, LinkTarget Target, string Description) : Mark(X, Y)
{
    /// <summary>The link in running text that the area belongs to, or null.</summary>
    public TextLink? Link { get; init; }

    public override Bounds Bounds => new(X, Y, X + Width, Y + Height);
}

/// <summary>Text rising at 45 degrees around its centre, drawn as outlines so that it stays out of the text of the page.</summary>
internal sealed record WatermarkMark(int X, int Y) : Mark(X, Y)
{
    public override Bounds Bounds => new(0, 0, Spacing.PageWidth, Spacing.PageHeight);
}
