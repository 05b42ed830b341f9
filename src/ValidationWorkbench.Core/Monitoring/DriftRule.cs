namespace ValidationWorkbench.Monitoring;

/// <summary>
/// The rule, fixed before any result: a hard trigger or a shown loss gives REVALIDATE; otherwise any trigger, anything that the data cannot
/// tell, or nothing shown at all gives ALERT; only what was shown, with nothing against it, gives STABLE.
/// </summary>
public static class DriftRule
{
    /// <summary>Reason where nothing was found at all.</summary>
    public const string NothingShown = "nothing was shown: there was nothing to compare";

    /// <summary>Applies the rule. The reasons that decide come first, then all others.</summary>
    public static DriftDecision Decide(DriftEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        string[] severe = [.. evidence.HardTriggers, .. evidence.Worse], open = [.. evidence.Triggers, .. evidence.CannotTell];
        var outcome = severe.Length > 0 ? DriftOutcome.Revalidate : open.Length > 0 || evidence.Shown.Count == 0 ? DriftOutcome.Alert : DriftOutcome.Stable;
        string[] reasons = [.. severe, .. open, .. evidence.Shown, .. evidence.NotCompared];
        return new DriftDecision(outcome, reasons.Length > 0 ? reasons : [NothingShown]);
    }
}
