using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>Hash of what a document says, whatever the rendering: that of its Markdown without the foot.</summary>
public static class ContentHash
{
    private const int Shown = 12;

    /// <summary>The document with the beginning of the hash in the last line of the foot of its pages.</summary>
    public static ControlledDocument Stamp(ControlledDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var hash = Sha256Hex.Of(MarkdownPrinter.Print(document with { Footer = [] }));
        return document with { Footer = [.. document.Footer.SkipLast(1), $"{document.Footer[^1]} · Content {hash[..Shown]}"] };
    }
}
