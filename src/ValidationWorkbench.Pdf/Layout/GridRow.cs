namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Cells side by side with white space above and below. Only a row that is higher than allowed is divided, between its lines.</summary>
internal sealed record GridRow(IReadOnlyList<GridCell> Cells, int Padding)
{
    private int Lines => Cells.Max(cell => cell.Lines.Count);

    private int Leading => Cells.Max(cell => cell.Style.Leading);

    public IEnumerable<Piece> Pieces(int highest, int lowest)
    {
        int fitting = Math.Max(1, (highest - (2 * Padding)) / Leading);
        int lines = Lines;
        int count;
        for (int from = 0; from < lines; from += count)
        {
            // The last line does not go on alone.
            count = Math.Min(fitting, lines - from);
            count -= lines - from - count == 1 && count > 2 ? 1 : 0;
            int height = Math.Max((count * Leading) + (2 * Padding), lowest);
            (int start, int taken) = (from, count);
            yield return new Piece(height, [.. Cells.SelectMany(cell => cell.Marks(start, taken, Padding))]);
        }
    }
}
