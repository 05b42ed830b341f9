namespace ValidationWorkbench.Pdf;

/// <summary>
/// Counts by row and column. A cell is shaded by its share of the row, which it also prints; where row and column have the same label, it is framed.
/// </summary>
/// <param name="RowTitle">What the rows distinguish.</param>
/// <param name="ColumnTitle">What the columns distinguish.</param>
/// <param name="Rows">Labels of the rows from top to bottom, 1 to 20.</param>
/// <param name="Columns">Labels of the columns from left to right, 1 to 10.</param>
/// <param name="Counts">One list per row with one count per column, none below zero.</param>
public sealed record MatrixChart(
    string RowTitle, string ColumnTitle, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int>> Counts) : Figure;
