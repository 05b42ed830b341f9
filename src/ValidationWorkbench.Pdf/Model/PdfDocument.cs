namespace ValidationWorkbench.Pdf;

/// <summary>A controlled document as data: what it says and how it is marked. It holds no clock and no machine state, so equal documents print to equal bytes.</summary>
public sealed record PdfDocument
{
    public required string Title { get; init; }

    public string Subject { get; init; } = "";

    public string Author { get; init; } = "";

    /// <summary>BCP 47 tag of the language the text is written in.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>Creation time as the document states it; whole seconds reach the file.</summary>
    public required DateTimeOffset Created { get; init; }

    public Paper Paper { get; init; }

    /// <summary>The one accent colour as <c>#rrggbb</c>, dark enough for white text on it; null for a dark blue.</summary>
    public string? Accent { get; init; }

    public PageStrip Header { get; init; } = PageStrip.Empty;

    public PageStrip Footer { get; init; } = new() { Right = ["Page {page} of {pages}"] };

    /// <summary>Text of a framed strip at the top of every page, or null for none.</summary>
    public string? Banner { get; init; }

    /// <summary>Large light text behind every page, or null for none.</summary>
    public string? Watermark { get; init; }

    public Cover? Cover { get; init; }

    /// <summary>Whether a table of contents, built from the headings, precedes the blocks.</summary>
    public bool TableOfContents { get; init; }

    /// <summary>Whether a list of the captions of tables follows the contents.</summary>
    public bool ListOfTables { get; init; }

    /// <summary>Whether a list of the captions of figures follows the contents.</summary>
    public bool ListOfFigures { get; init; }

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Files that the document carries; it lists them by name.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
