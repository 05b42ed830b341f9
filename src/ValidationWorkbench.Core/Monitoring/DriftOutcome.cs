namespace ValidationWorkbench.Monitoring;

/// <summary>What a drift check says. Named humans decide what follows from it.</summary>
public enum DriftOutcome
{
    /// <summary>Nothing was triggered, the data rule out a loss beyond the margin, and every severe criterion was shown to be met.</summary>
    Stable,

    /// <summary>Something was triggered, or the data cannot tell: a person has to look.</summary>
    Alert,

    /// <summary>
    /// The candidate as it was validated has changed, was shown to be worse by more than the margin, or misses a severe criterion: a revalidation has
    /// to be assessed.
    /// </summary>
    Revalidate,
}
