namespace ValidationWorkbench.Pdf;

/// <summary>The text of one table cell.</summary>
public sealed record Cell(string Text, bool Bold = false, bool Code = false)
{
    /// <summary>How many columns it takes, at least 1.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Whether it names its row, as the cells of the header row name their columns.</summary>
    public bool NamesRow { get; init; }

    /// <summary>Whether a line to write on runs along the foot of the cell, with room above it.</summary>
    public bool ToWriteOn { get; init; }

    public static implicit operator Cell(string text) => FromString(text);

    public static Cell FromString(string text) => new(text);
}
