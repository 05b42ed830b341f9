namespace ValidationWorkbench.Documents;

/// <summary>A stretch of text in one style.</summary>
public sealed record TextRun(string Text, bool Bold = false, bool Code = false);
