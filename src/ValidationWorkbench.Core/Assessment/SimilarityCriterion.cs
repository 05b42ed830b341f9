using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Decides whether candidate suites are as similar to the baseline's as the plan asks, measured against what the baseline reaches
/// against itself (<see cref="CeilingRatio"/>): the mean surplus over the limit must be shown to be positive.
/// </summary>
public static class SimilarityCriterion
{
    /// <summary>Fewer cases than this cannot decide.</summary>
    public const int FewestCases = 10;

    /// <summary>Below this mean self-similarity the baseline is too noisy to be a yardstick.</summary>
    public const double LeastSelfSimilarity = 0.6;

    public static Finding Assess(AcceptanceCriterion criterion, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(run);
        var pairs = run.Select(CaseTask.OqGeneration, criterion.Stratum)
            .Select(testCase => run.Likeness.GetValueOrDefault(testCase.Id))
            .Where(likeness => likeness?.BaselineToItself is not null)
            .Select(likeness => (Self: likeness!.BaselineToItself!.Value, Cross: likeness.CandidateToBaseline ?? 0))
            .ToList();
        if (CeilingRatio.Of(pairs, criterion.Limit, criterion.Confidence) is not { Surplus: { } bound } ratio)
        {
            return AttributeCriterion.NothingCounted(criterion) with { Reason = "fewer than two cases with repeated baseline suites" };
        }

        if (bound.IsDegenerate)
        {
            // All cases alike: no t interval exists. The bound of one common value v in [0,1] is v (1 - C)^(1/n).
            var shrink = Math.Pow(1 - criterion.Confidence, 1.0 / ratio.N);
            bound = bound with { Lower = (ratio.MeanCross * shrink) - (criterion.Limit * ratio.MeanSelf) };
        }

        var self = ratio.MeanSelf;
        var verdict = ratio.N < FewestCases || self < LeastSelfSimilarity ? Verdict.Undecided
            : bound.Lower > 0 ? Verdict.Go
            : bound.Upper < 0 ? Verdict.NoGo
            : Verdict.Undecided;
        return new Finding
        {
            Criterion = criterion,
            N = ratio.N,
            Observed = ratio.Ratio,
            Lower = self > 0 ? criterion.Limit + (bound.Lower / self) : null,
            Upper = self > 0 ? criterion.Limit + (bound.Upper / self) : null,
            Baseline = 1,
            Verdict = verdict,
            Reason = Describe(criterion, ratio.N, self, ratio.MeanCross, bound, verdict),
        };
    }

    private static string Describe(AcceptanceCriterion criterion, int n, double self, double cross, MeanBound bound, Verdict verdict)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"similarity to the baseline {Figures.Ratio(cross)}, of the baseline to itself {Figures.Ratio(self)}");
        return self < LeastSelfSimilarity ? $"{text}; the baseline is too unlike itself to be a yardstick"
            : n < FewestCases ? string.Create(CultureInfo.InvariantCulture, $"{text}; fewer than {FewestCases} cases cannot decide")
            : bound.IsDegenerate ? $"{text}; every case alike, so the bound is that of one common value"
            : verdict == Verdict.Undecided ? text + Shortfall.Mean(criterion, bound.Mean, bound.Deviation, n, FewestCases)
            : text;
    }
}
