namespace ValidationWorkbench.Pdf;

/// <summary>A heading of level 1 to 3; the caller writes the number into the text. It never ends a page alone.</summary>
public sealed record Heading(int Level, string Text) : Block
{
    /// <summary>The name by which text leads here, or null; no two headings of a document have the same.</summary>
    public string? Id { get; init; }
}
