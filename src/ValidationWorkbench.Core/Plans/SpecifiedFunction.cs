namespace ValidationWorkbench.Plans;

/// <summary>A function of the configured use that answers to requirements.</summary>
public sealed record SpecifiedFunction
{
    /// <summary>Id, such as <c>FS-02</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of the requirements that it answers to.</summary>
    public required IReadOnlyList<string> Requirements { get; init; }

    /// <summary>Prompt, parameter, reply structure or case set that makes it so.</summary>
    public required string ConfiguredBy { get; init; }
}
