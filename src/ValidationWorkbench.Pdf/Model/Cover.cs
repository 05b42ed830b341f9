namespace ValidationWorkbench.Pdf;

/// <summary>The title page: title, subtitle and the facts that identify the document.</summary>
public sealed record Cover(string Title, string Subtitle, IReadOnlyList<KeyValue> Rows);
