using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The set lines of one cell, and where they stand in their row.</summary>
internal sealed record GridCell(IReadOnlyList<TextLine> Lines, TextStyle Style, int X, int Width, Alignment Alignment)
{
    public required Element Element { get; init; }

    /// <summary>The marks of a stretch of lines whose first one has its top at y.</summary>
    public IEnumerable<Mark> Marks(int from, int count, int y) => Lines
        .Skip(from)
        .Take(count)
        .SelectMany((line, i) => line.Marks(X + line.Before(Width, Alignment), y + (i * Style.Leading) + Style.Baseline))
        .Tagged(Element);
}
