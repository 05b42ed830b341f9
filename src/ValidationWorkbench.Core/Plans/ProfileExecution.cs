namespace ValidationWorkbench.Plans;

/// <summary>What a profile may change of the execution: how fast, never what.</summary>
public sealed record ProfileExecution
{
    /// <summary>Calls under way at once; null for the plan's.</summary>
    public int? Concurrency { get; init; }
}
