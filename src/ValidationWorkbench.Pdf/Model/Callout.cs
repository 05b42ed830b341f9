namespace ValidationWorkbench.Pdf;

/// <summary>A framed remark with a bar at its left edge; the two kinds differ in weight, not only in colour.</summary>
public sealed record Callout(CalloutKind Kind, string Title, string Text) : Block;
