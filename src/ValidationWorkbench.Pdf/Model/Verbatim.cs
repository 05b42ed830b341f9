namespace ValidationWorkbench.Pdf;

/// <summary>Text whose lines stand as they are, on a panel: a prompt, a structure. A line that is too long goes on in the next.</summary>
public sealed record Verbatim(string Text) : Block;
