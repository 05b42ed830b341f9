namespace ValidationWorkbench.Plans;

/// <summary>How the candidate takes the baseline's place once it is released, and how that is undone.</summary>
public sealed record MigrationPlan
{
    public IReadOnlyList<MigrationStep> Steps { get; init; } = [];

    public RollbackPlan Rollback { get; init; } = new();

    /// <summary>What changes for systems of a GAMP category, by its number: 1, 3, 4 or 5.</summary>
    public IReadOnlyDictionary<string, string> ByCategory { get; init; } = new Dictionary<string, string>();
}
