namespace ValidationWorkbench.Statistics;

/// <summary>How near two categories count as being. All but the first are for ordered categories only; they go by rank, not by label.</summary>
public enum KappaWeights
{
    /// <summary>1 for the same category, 0 for another.</summary>
    Unweighted,

    /// <summary>1 - |i-j| / (q-1).</summary>
    Linear,

    /// <summary>1 - ((i-j) / (q-1))^2.</summary>
    Quadratic,
}
