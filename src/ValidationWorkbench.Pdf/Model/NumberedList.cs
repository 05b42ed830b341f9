namespace ValidationWorkbench.Pdf;

/// <summary>A list counted 1, 2, 3; its nested entries are counted a, b, c.</summary>
public sealed record NumberedList(IReadOnlyList<ListItem> Items) : Block;
