namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>One requirement of PDF/A-3a or PDF/UA-1.</summary>
/// <param name="Name">What is required, in words.</param>
/// <param name="Clauses">Where it stands.</param>
/// <param name="Violations">What in a file does not keep to it; nothing where the file does.</param>
internal sealed record Requirement(string Name, string Clauses, Func<ConformanceFile, IEnumerable<string>> Violations)
{
    /// <summary>All that are checked.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. FileRequirements.All,
        .. GraphicsRequirements.All,
        .. FontRequirements.All,
        .. AnnotationRequirements.All,
        .. MetadataRequirements.All,
        .. ContentRequirements.All,
        .. StructureRequirements.All,
        .. AttachmentRequirements.All,
    ];

    /// <summary>Says at once which requirements a file misses, where, and by which clause.</summary>
    public static IReadOnlyList<string> Missed(byte[] bytes)
    {
        ConformanceFile file = new(bytes);
        return [.. All.SelectMany(requirement => requirement.Violations(file).Select(found => $"{requirement.Name} ({requirement.Clauses}): {found}"))];
    }

    public override string ToString() => Name;
}
