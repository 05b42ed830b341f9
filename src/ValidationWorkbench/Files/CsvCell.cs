namespace ValidationWorkbench.Files;

/// <summary>A cell of comma-separated values.</summary>
/// <param name="Text">Its text without quotation marks.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Column">Column in which it begins, from 1.</param>
internal sealed record CsvCell(string Text, int Line, int Column);
