namespace ValidationWorkbench.Plans;

/// <summary>Ceilings of one run. A run that reaches one stops, keeps what it has and can be resumed.</summary>
public sealed record Budgets
{
    /// <summary>Tokens of both models together; null for no ceiling.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Cost of both models together, in the currency of their prices; null for no ceiling.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Minutes of execution; null for no ceiling.</summary>
    public double? MaxMinutes { get; init; }
}
