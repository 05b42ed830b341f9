namespace ValidationWorkbench.Documents;

/// <summary>
/// A document as data. The workbench knows no approvals yet, so every document is a draft, at most a superseded one: <see cref="Status"/> has no other
/// value.
/// </summary>
public sealed record ControlledDocument
{
    /// <summary>The words for it.</summary>
    public static string StatusOf(bool isSuperseded) => isSuperseded ? "SUPERSEDED DRAFT – NOT APPROVED" : "DRAFT – NOT APPROVED";

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required string Organisation { get; init; }

    public required string Number { get; init; }

    public required string Version { get; init; }

    /// <summary>When the results were put on record, in microseconds since 1970-01-01 UTC; the document's own date.</summary>
    public required long AtMicros { get; init; }

    /// <summary>True where a later assessment holds instead.</summary>
    public bool IsSuperseded { get; init; }

    public string Status => StatusOf(IsSuperseded);

    /// <summary>Text on every page of a document that is superseded, or of a demonstration; null where neither is so.</summary>
    public string? Banner { get; init; }

    /// <summary>Large word behind every page: the one state of the document that matters most.</summary>
    public required string Watermark { get; init; }

    /// <summary>Status and banner in one line.</summary>
    public string StatusLine => Banner is null ? Status : $"{Status} · {Banner}";

    /// <summary>Facts on the cover.</summary>
    public required IReadOnlyList<(string Name, string Value)> Cover { get; init; }

    /// <summary>Lines at the foot of every page.</summary>
    public required IReadOnlyList<string> Footer { get; init; }

    public required DocumentStyle Style { get; init; }

    public required IReadOnlyList<ContentPart> Parts { get; init; }

    /// <summary>Files that a rendering which can carry files carries along; none holds the hash of the document.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];
}
