namespace ValidationWorkbench.Pdf;

/// <summary>A labelled fact; <see cref="Code"/> sets the value as an identifier or a hash.</summary>
public sealed record KeyValue(string Label, string Value, bool Code = false);
