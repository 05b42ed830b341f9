namespace ValidationWorkbench.Monitoring;

/// <summary>What a drift check found, one sentence for each finding.</summary>
public sealed record DriftEvidence
{
    /// <summary>Changes of the candidate itself, which need no statistics.</summary>
    public IReadOnlyList<string> HardTriggers { get; init; } = [];

    /// <summary>Severe criteria that were shown not to be met, and tasks in which a loss beyond the margin was shown.</summary>
    public IReadOnlyList<string> Worse { get; init; } = [];

    /// <summary>Signals that call for a look, such as a chart beyond its limit.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Reasons why the data cannot tell.</summary>
    public IReadOnlyList<string> CannotTell { get; init; } = [];

    /// <summary>What was shown to be as it was.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>What was not compared, or not in full, for want of data. It decides nothing and stands beside what does.</summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];
}
