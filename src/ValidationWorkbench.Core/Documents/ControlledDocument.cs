namespace ValidationWorkbench.Documents;

/// <summary>
/// A document as data. The workbench knows no signatures yet, so every document is a draft: <see cref="Status"/> has one value, and no code path gives another.
/// </summary>
public sealed record ControlledDocument
{
    public const string Status = "DRAFT – NOT APPROVED";

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required string Organisation { get; init; }

    public required string Number { get; init; }

    public required string Version { get; init; }

    /// <summary>When the results were put on record, in microseconds since 1970-01-01 UTC; the document's own date.</summary>
    public required long AtMicros { get; init; }

    /// <summary>Text on every page where the outcome is a demonstration; null where it may count as evidence.</summary>
    public string? Banner { get; init; }

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
