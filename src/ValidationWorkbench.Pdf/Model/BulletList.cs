namespace ValidationWorkbench.Pdf;

/// <summary>An unordered list of at most four levels.</summary>
public sealed record BulletList(IReadOnlyList<ListItem> Items) : Block;
