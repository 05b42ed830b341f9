namespace ValidationWorkbench.Pdf;

/// <summary>A title over several columns that stand side by side; an empty one leaves the space above its columns free.</summary>
public sealed record ColumnGroup(string Title, int Columns);
