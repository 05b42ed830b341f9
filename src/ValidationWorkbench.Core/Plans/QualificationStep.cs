namespace ValidationWorkbench.Plans;

/// <summary>One step that a person carries out; its result is written by hand.</summary>
public sealed record QualificationStep
{
    /// <summary>Id, such as <c>PQ-01</c>; unique among all steps of the plan.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the requirement that it verifies.</summary>
    public required string Requirement { get; init; }

    /// <summary>What is done.</summary>
    public required string Action { get; init; }

    /// <summary>What must be seen, specific enough to be judged by somebody else.</summary>
    public required string Expected { get; init; }
}
