namespace ValidationWorkbench.Cases;

/// <summary>A requirement of an OQ case.</summary>
public sealed record CaseRequirement
{
    public required string Id { get; init; }

    public required string Text { get; init; }
}
