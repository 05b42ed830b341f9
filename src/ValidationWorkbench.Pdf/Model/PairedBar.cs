namespace ValidationWorkbench.Pdf;

/// <summary>One row of a paired bar chart: two counts from a common middle, and a remark at the end of the row.</summary>
public sealed record PairedBar(string Label, int Left, int Right, string Note = "");
