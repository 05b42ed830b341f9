namespace ValidationWorkbench.Monitoring;

/// <summary>What a drift check says. Named humans decide what follows from it.</summary>
public enum DriftOutcome
{
    /// <summary>Nothing was triggered, and the data rule out a loss beyond the margin.</summary>
    Stable,

    /// <summary>Something was triggered, or the data cannot tell: a person has to look.</summary>
    Alert,

    /// <summary>The candidate as it was validated has changed, or was shown to be worse by more than the margin: a revalidation has to be assessed.</summary>
    Revalidate,
}
