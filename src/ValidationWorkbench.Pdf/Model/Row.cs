namespace ValidationWorkbench.Pdf;

/// <summary>One table row, whose cells take exactly the columns of the table.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    public static Row Of(params string[] texts) => new([.. texts.Select(Cell.FromString)]);
}
