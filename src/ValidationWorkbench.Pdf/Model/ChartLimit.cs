namespace ValidationWorkbench.Pdf;

/// <summary>A value of a scale that others are held against, drawn as a dashed line with its label.</summary>
public sealed record ChartLimit(string Label, double Value);
