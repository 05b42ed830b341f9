namespace ValidationWorkbench.Pdf;

/// <summary>A list counted 1, 2, 3; its nested entries are counted a, b, c, those within them i, ii, iii, and the last level A, B, C.</summary>
public sealed record NumberedList(IReadOnlyList<ListItem> Items) : Block;
