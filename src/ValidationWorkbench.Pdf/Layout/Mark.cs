namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Something to draw. Positions count from the left and from the top; a piece holds them relative to its own corner, a page to the page's.</summary>
internal abstract record Mark(int X, int Y)
{
    public Mark Moved(int x, int y) => this with { X = X + x, Y = Y + y };
}

/// <summary>Text on the baseline Y.</summary>
internal sealed record TextMark(int X, int Y, string Text, TextStyle Style) : Mark(X, Y);

/// <summary>A rectangle, filled or framed or both.</summary>
internal sealed record BoxMark(int X, int Y, int Width, int Height, Ink? Fill = null, Ink? Frame = null, int Thickness = 0) : Mark(X, Y);

/// <summary>A straight line by its extent from the starting point.</summary>
internal sealed record LineMark(int X, int Y, int Right, int Down, int Thickness, Ink Ink, bool Dotted = false) : Mark(X, Y);

/// <summary>A filled circle around its centre.</summary>
internal sealed record DotMark(int X, int Y, int Radius, Ink Ink) : Mark(X, Y);

/// <summary>An area that leads to a heading, given by its number in reading order.</summary>
internal sealed record LinkMark(int X, int Y, int Width, int Height, int Heading) : Mark(X, Y);

/// <summary>Text rising at 45 degrees around its centre, drawn as outlines so that it stays out of the text of the page.</summary>
internal sealed record WatermarkMark(int X, int Y, string Text, TextStyle Style) : Mark(X, Y);
