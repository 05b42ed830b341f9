namespace ValidationWorkbench.Plans;

/// <summary>A person who will sign. The workbench prints an empty signature cell; it never signs.</summary>
public sealed record Signatory
{
    /// <summary>Printed name, or a placeholder while nobody is named.</summary>
    public required string Name { get; init; }

    /// <summary>Role in the validation, such as "Quality Assurance".</summary>
    public required string Role { get; init; }

    /// <summary>What the signature will mean.</summary>
    public required SignatureMeaning Meaning { get; init; }
}
