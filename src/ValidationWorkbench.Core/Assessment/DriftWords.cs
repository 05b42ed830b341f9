using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>How limits of drift checks are written, the same in the terminal and in documents.</summary>
public static class DriftWords
{
    /// <summary>Such as <c>5 % at 97.5 %</c>.</summary>
    public static string Margin(DriftPlan limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return $"{Figures.Setting(limits.Margin)} at {Figures.Setting(limits.Confidence)}";
    }

    /// <summary>Such as <c>0.1</c>.</summary>
    public static string StatedConfidence(DriftPlan limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return FormattableString.Invariant($"{limits.StatedConfidence}");
    }

    /// <summary>What makes a later run of the panel a trigger.</summary>
    public static string Triggers(DriftPlan limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return FormattableString.Invariant(
            $"mean case score down by {limits.MeanFall} standard deviations, changed verdicts with p ≤ {limits.ChangedVerdicts}, ")
            + FormattableString.Invariant($"charts of {limits.ChartRuns} accepted runs beyond L {limits.EwmaLimit} or h {limits.CusumLimit}");
    }

    /// <summary>What makes answers in production a trigger.</summary>
    public static string Production(DriftPlan limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return FormattableString.Invariant($"tests at level {limits.ProductionLevel}, stability index {limits.StabilityIndex}");
    }
}
