namespace ValidationWorkbench.Plans;

/// <summary>When and how the model that was in use before is taken into use again.</summary>
public sealed record RollbackPlan
{
    /// <summary>What makes it necessary, besides the limits of drift checks and the criteria.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    public IReadOnlyList<MigrationStep> Steps { get; init; } = [];
}
