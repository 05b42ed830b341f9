namespace ValidationWorkbench.Pdf;

/// <summary>Labelled facts below each other, labels in the left column.</summary>
public sealed record KeyValues(IReadOnlyList<KeyValue> Rows) : Block;
