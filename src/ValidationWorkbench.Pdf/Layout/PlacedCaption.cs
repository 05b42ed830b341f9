namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A caption of a table or a figure, and where it came to stand.</summary>
internal sealed record PlacedCaption(bool IsTable, string Text, Anchor Anchor);
