namespace ValidationWorkbench.Pdf;

/// <summary>Starts a new page; at the top of a page it does nothing.</summary>
public sealed record PageBreak : Block;
