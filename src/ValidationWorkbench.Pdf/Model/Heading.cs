namespace ValidationWorkbench.Pdf;

/// <summary>A heading of level 1 to 3; the caller writes the number into the text. It never ends a page alone.</summary>
public sealed record Heading(int Level, string Text) : Block;
