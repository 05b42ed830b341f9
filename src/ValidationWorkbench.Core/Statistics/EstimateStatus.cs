namespace ValidationWorkbench.Statistics;

/// <summary>What an estimate is worth. A method never returns NaN and never invents a value.</summary>
public enum EstimateStatus
{
    /// <summary>Estimate and bounds exist.</summary>
    Ok,

    /// <summary>There is no estimate: 0/0, or too few data.</summary>
    Undefined,

    /// <summary>There is an estimate, but no variance, so that no interval exists.</summary>
    Degenerate,

    /// <summary>There are too few data for an upper bound.</summary>
    NoUpperBound,

    /// <summary>No pair differs, so that nothing can speak against equality.</summary>
    NoDiscordant,
}
