namespace ValidationWorkbench.Plans;

/// <summary>The period and the number of calls over which measured cost is projected.</summary>
public sealed record CostPlan
{
    /// <summary>Months of the projection, 1-120.</summary>
    public required int Months { get; init; }

    public required CallVolume CallsPerMonth { get; init; }

    /// <summary>ISO 4217 code of the projection: that of the models' prices, since nothing is converted.</summary>
    public required string Currency { get; init; }

    /// <summary>What must hold for the projection, one sentence each.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
