namespace ValidationWorkbench.Plans;

/// <summary>A numbered, testable statement of the user requirements specification.</summary>
public sealed record Requirement
{
    /// <summary>Id, such as <c>URS-003</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is needed.</summary>
    public required string Rationale { get; init; }

    /// <summary>What depends on it.</summary>
    public required RiskClass Risk { get; init; }

    /// <summary>How it is verified.</summary>
    public required VerificationMethod VerifiedBy { get; init; }
}
