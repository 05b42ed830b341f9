namespace ValidationWorkbench.Monitoring;

/// <summary>The outcome of a drift check.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Reasons">Why, one line each; at least one.</param>
public sealed record DriftDecision(DriftOutcome Outcome, IReadOnlyList<string> Reasons)
{
    /// <summary>The outcome as printed: STABLE, ALERT or REVALIDATE.</summary>
    public string Word => Outcome switch
    {
        DriftOutcome.Stable => "STABLE",
        DriftOutcome.Alert => "ALERT",
        _ => "REVALIDATE",
    };
}
