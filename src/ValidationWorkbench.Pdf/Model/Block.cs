namespace ValidationWorkbench.Pdf;

/// <summary>One element of the text flow, printed in the order given.</summary>
public abstract record Block;
