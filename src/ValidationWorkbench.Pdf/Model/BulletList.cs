namespace ValidationWorkbench.Pdf;

/// <summary>An unordered list of at most two levels.</summary>
public sealed record BulletList(IReadOnlyList<ListItem> Items) : Block;
