using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Decides whether both models state the same confidence on average: two one-sided t tests on the paired case means (Schuirmann 1987), and,
/// because a t interval is too narrow for skewed differences, a guard that large differences of single cases are rare.
/// </summary>
public static class ConfidenceCriterion
{
    /// <summary>Fewer cases than this cannot decide.</summary>
    public const int FewestCases = 20;

    /// <summary>Greatest share of cases whose confidences may differ by more than twice the limit.</summary>
    public const double GuardShare = 0.05;

    // A difference of decimals such as 0.90 - 0.80 is a hair below 0.1 in binary and would wrongly pass.
    private const double Guard = 1e-9;

    /// <summary>GO where the interval lies within plus and minus the limit and the guard holds, NO-GO where it lies wholly outside.</summary>
    public static Finding Assess(AcceptanceCriterion criterion, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(run);
        var pairs = run.Select(CaseTask.Categorization, criterion.Stratum)
            .Select(testCase => (Baseline: Concordance.MeanConfidence(run.Of(testCase.Id, ModelRole.Baseline)), Candidate: Concordance.MeanConfidence(run.Of(testCase.Id, ModelRole.Candidate))))
            .ToList();
        var differences = pairs.Select(pair => pair.Candidate - pair.Baseline).OfType<double>().ToList();
        if (MeanBound.Of(differences, criterion.Confidence) is not { } bound)
        {
            return AttributeCriterion.NothingCounted(criterion) with { Reason = "fewer than two cases with a stated confidence of both models" };
        }

        // A case without a stated confidence counts as one with a large difference: it is never dropped.
        var large = pairs.Count - differences.Count(difference => Math.Abs(difference) <= 2 * criterion.Limit);
        var guard = BinomialBound.Upper(large, pairs.Count, criterion.Confidence);
        var inside = bound.Lower > -criterion.Limit + Guard && bound.Upper < criterion.Limit - Guard;
        var outside = bound.Lower >= criterion.Limit - Guard || bound.Upper <= -criterion.Limit + Guard;
        var verdict = pairs.Count < FewestCases ? Verdict.Undecided : outside ? Verdict.NoGo : inside && guard <= GuardShare ? Verdict.Go : Verdict.Undecided;
        return new Finding
        {
            Criterion = criterion,
            N = pairs.Count,
            Observed = bound.Mean,
            Lower = bound.IsDegenerate ? null : bound.Lower,
            Upper = bound.IsDegenerate ? null : bound.Upper,
            Verdict = verdict,
            Reason = Describe(criterion, bound, pairs.Count, large, guard, verdict),
        };
    }

    private static string Describe(AcceptanceCriterion criterion, MeanBound bound, int n, int large, double guard, Verdict verdict)
    {
        var interval = bound.IsDegenerate ? "the same in every case" : $"between {Figures.Difference(bound.Lower)} and {Figures.Difference(bound.Upper)}";
        var text = string.Create(CultureInfo.InvariantCulture,
            $"mean difference {Figures.Difference(bound.Mean)}, {interval}; {large} of {n} cases differ by more than {2 * criterion.Limit:0.###} or state none, at most {Figures.UpperBound(guard)}");
        return verdict != Verdict.Undecided ? text
            : n < FewestCases ? string.Create(CultureInfo.InvariantCulture, $"{text}; fewer than {FewestCases} cases cannot decide")
            : guard > GuardShare ? $"{text}, which is above {Figures.Setting(GuardShare)}{Shortfall.AtMost(criterion with { Limit = GuardShare }, large, n)}"
            : text + Shortfall.Mean(criterion, criterion.Limit - Math.Abs(bound.Mean), bound.Deviation, n, FewestCases);
    }
}
