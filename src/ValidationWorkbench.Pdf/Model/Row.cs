namespace ValidationWorkbench.Pdf;

/// <summary>One table row, with exactly one cell per column.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    public static Row Of(params string[] texts) => new([.. texts.Select(Cell.FromString)]);
}
