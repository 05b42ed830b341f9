using System.Globalization;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Decides non-inferiority: candidate minus baseline on the same cases, by Tango's interval.</summary>
public static class PairedCriterion
{
    /// <summary>GO where the lower limit of the difference is above minus the margin, NO-GO where the upper limit is below it.</summary>
    public static Finding Assess(AcceptanceCriterion criterion, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.N == 0)
        {
            return AttributeCriterion.NothingCounted(criterion);
        }

        int gains = comparison.Improved.Count, losses = comparison.Regressed.Count;
        var (lower, upper) = TangoInterval.Of(gains, losses, comparison.N, criterion.Confidence);
        var verdict = lower > -criterion.Limit ? Verdict.Go : upper < -criterion.Limit ? Verdict.NoGo : Verdict.Undecided;
        return new Finding
        {
            Criterion = criterion,
            N = comparison.N,
            Observed = (double)(gains - losses) / comparison.N,
            Lower = lower,
            Upper = upper,
            Baseline = (double)(comparison.BothRight + losses) / comparison.N,
            Verdict = verdict,
            Reason = string.Create(CultureInfo.InvariantCulture,
                $"{gains} cases improved, {losses} regressed of {comparison.N}; difference between {Figures.LowerPoints(lower)} and "
                    + $"{Figures.UpperPoints(upper)} points, ")
                + $"margin {Figures.Points(-criterion.Limit)}{(verdict == Verdict.Undecided ? Shortfall.Paired(criterion, gains, losses, comparison.N) : string.Empty)}",
        };
    }
}
