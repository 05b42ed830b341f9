namespace ValidationWorkbench.Plans;

/// <summary>One step of a migration or of its rollback.</summary>
public sealed record MigrationStep
{
    /// <summary>What is done.</summary>
    public required string Action { get; init; }

    /// <summary>Role that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>How it is seen that it was done.</summary>
    public required string Check { get; init; }
}
