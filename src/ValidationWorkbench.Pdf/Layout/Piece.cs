namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A part of the flow that no page break divides: a line, a table row, a heading.</summary>
internal sealed record Piece(int Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>White space above; where two pieces meet, the larger of both demands counts. None at the top of a page.</summary>
    public int Before { get; init; }

    public int After { get; init; }

    public bool KeepWithNext { get; init; }

    /// <summary>Printed again above this piece when it starts a page.</summary>
    public Piece? Repeat { get; init; }

    /// <summary>The number of the heading that this piece is, in reading order.</summary>
    public int? Heading { get; init; }

    /// <summary>The number of the caption that this piece begins with, in reading order.</summary>
    public int? Caption { get; init; }

    public bool StartsPage { get; init; }

    /// <summary>The shape of the page it needs.</summary>
    public PageShape Shape { get; init; } = PageShape.Portrait;
}
