using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Decides whether candidate suites are as similar to the baseline's as the plan asks, measured against what the baseline reaches
/// against itself (<see cref="CeilingRatio"/>): the mean surplus over the limit must be shown to be positive.
/// </summary>
public static class SimilarityCriterion
{
    /// <summary>Fewer cases than this cannot decide: a t bound of a few skewed values is worth nothing.</summary>
    public const int FewestCases = 10;

    /// <summary>GO where the lower bound of the ratio is above the limit, NO-GO where the upper bound is below it.</summary>
    /// <remarks>
    /// A case without two readable baseline suites has no yardstick. It is not dropped: for GO it counts as the worst that it could be, a candidate
    /// unlike a baseline that is perfectly like itself; for NO-GO it is left out.
    /// </remarks>
    public static Finding Assess(AcceptanceCriterion criterion, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(run);
        var cases = run.Select(CaseTask.OqGeneration, criterion.Stratum).Select(testCase => run.Likeness.GetValueOrDefault(testCase.Id)).ToList();
        var pairs = cases.Where(likeness => likeness?.BaselineToItself is not null)
            .Select(likeness => (Self: likeness!.BaselineToItself!.Value, Cross: likeness.CandidateToBaseline ?? 0)).ToList();
        var without = cases.Count - pairs.Count;
        if (CeilingRatio.Of(pairs, criterion.Limit, criterion.Confidence) is not { Surplus: { } surplus } ratio)
        {
            return AttributeCriterion.NothingCounted(criterion) with { Reason = "fewer than two cases with repeated baseline suites" };
        }

        var worst = without == 0 ? ratio : CeilingRatio.Of([.. pairs, .. Enumerable.Repeat((1.0, 0.0), without)], criterion.Limit, criterion.Confidence)!;
        double? lower = worst.Bound?.Lower, upper = ratio.Bound?.Upper;
        if (surplus.IsDegenerate && without == 0)
        {
            // All cases alike: no t interval exists. The bound of one common value v in [0,1] is v (1 - C)^(1/n).
            lower = ratio.Ratio * Math.Pow(1 - criterion.Confidence, 1.0 / ratio.N);
        }

        var verdict = ratio.N < FewestCases || ratio.MeanSelf < criterion.LeastSelfSimilarity ? Verdict.Undecided
            : lower > criterion.Limit ? Verdict.Go
            : upper < criterion.Limit ? Verdict.NoGo
            : Verdict.Undecided;
        return new Finding
        {
            Criterion = criterion,
            N = cases.Count,
            Observed = ratio.Ratio,
            Lower = lower,
            Upper = upper,
            Baseline = 1,
            Verdict = verdict,
            Reason = Describe(criterion, ratio, worst, without, verdict),
        };
    }

    private static string Describe(AcceptanceCriterion criterion, CeilingRatio ratio, CeilingRatio worst, int without, Verdict verdict)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"similarity to the baseline {Figures.Ratio(ratio.MeanCross)}, of the baseline to itself {Figures.Ratio(ratio.MeanSelf)}");
        if (without > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" in {ratio.N} cases; {without} without two readable baseline suites, which count as unlike");
        }

        return ratio.MeanSelf < criterion.LeastSelfSimilarity
            ? string.Create(CultureInfo.InvariantCulture, $"{text}; the baseline is too unlike itself to be a yardstick: {criterion.LeastSelfSimilarity} is needed")
            : ratio.N < FewestCases ? string.Create(CultureInfo.InvariantCulture, $"{text}; fewer than {FewestCases} cases cannot decide")
            : worst.Surplus!.IsDegenerate ? $"{text}; every case alike, so the bound is that of one common value"
            : verdict == Verdict.Undecided ? text + Shortfall.Mean(criterion, worst.Surplus.Mean, worst.Surplus.Deviation, worst.N, FewestCases)
            : text;
    }
}
