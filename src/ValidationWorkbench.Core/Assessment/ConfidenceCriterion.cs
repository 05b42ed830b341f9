using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Decides whether both models state the same confidence on average: two one-sided t tests on the paired case means
/// (<see cref="EquivalenceTest"/>), and, because a t interval is too narrow for skewed differences, a guard that large differences of single
/// cases are rare.
/// </summary>
public static class ConfidenceCriterion
{
    /// <summary>Fewer cases than this cannot decide.</summary>
    public const int FewestCases = 20;

    // A difference of decimals such as 0.90 - 0.80 is a hair below 0.1 in binary and would wrongly pass.
    private const double Guard = 1e-9;

    /// <summary>GO where the interval lies within plus and minus the limit and the guard holds, NO-GO where it lies wholly outside.</summary>
    public static Finding Assess(AcceptanceCriterion criterion, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(run);
        var pairs = run.Select(CaseTask.Categorization, criterion.Stratum)
            .Select(testCase => (Baseline: Mean(run, testCase, ModelRole.Baseline), Candidate: Mean(run, testCase, ModelRole.Candidate))).ToList();
        var differences = pairs.Select(pair => pair.Candidate - pair.Baseline).OfType<double>().ToList();
        var test = EquivalenceTest.Of(differences, criterion.Limit, 1 - criterion.Confidence);
        if (test is not { Moments: { } moments, Status: not EstimateStatus.Undefined })
        {
            return AttributeCriterion.NothingCounted(criterion) with { Reason = "fewer than two cases with a stated confidence of both models" };
        }

        // A case without a stated confidence counts as one with a large difference: it is never dropped.
        var large = pairs.Count - differences.Count(difference => Math.Abs(difference) <= 2 * criterion.Limit);
        var guard = BinomialBound.Upper(large, pairs.Count, criterion.Confidence);

        // Where all differences are the same there is no interval; their common value is what is known, and the guard decides with it.
        double lower = test.Lower ?? moments.Mean, upper = test.Upper ?? moments.Mean;
        var inside = lower > -criterion.Limit + Guard && upper < criterion.Limit - Guard;
        var outside = lower >= criterion.Limit - Guard || upper <= -criterion.Limit + Guard;
        var verdict = pairs.Count < FewestCases ? Verdict.Undecided
            : outside ? Verdict.NoGo
            : inside && guard <= criterion.MaxLargeShare ? Verdict.Go
            : Verdict.Undecided;
        return new Finding
        {
            Criterion = criterion,
            N = pairs.Count,
            Observed = moments.Mean,
            Lower = test.Lower,
            Upper = test.Upper,
            GuardUpper = guard,
            Baseline = pairs.Where(pair => pair.Candidate is not null).Average(pair => pair.Baseline),
            Verdict = verdict,
            Reason = Describe(criterion, test, moments, pairs.Count, large, guard, verdict),
        };
    }

    private static double? Mean(ScoredRun run, TestCase testCase, ModelRole role) => Concordance.MeanConfidence(run.Of(testCase.Id, role));

    private static string Describe(AcceptanceCriterion criterion, EquivalenceTest test, SampleMoments moments, int n, int large, double guard,
        Verdict verdict)
    {
        var interval = test is { Lower: { } lower, Upper: { } upper }
            ? $"between {Figures.LowerDifference(lower)} and {Figures.UpperDifference(upper)}"
            : "the same in every case";
        var allowed = criterion.MaxLargeShare is { } most ? $", where {Figures.Setting(most)} are allowed" : string.Empty;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"mean difference {Figures.Difference(moments.Mean)}, {interval}; guard: {large} of {n} cases differ by more than "
                + $"{2 * criterion.Limit:0.###} or state none, ")
            + $"at most {Figures.UpperBound(guard)} with {Figures.Setting(criterion.Confidence)} confidence{allowed}";
        return verdict != Verdict.Undecided ? text
            : n < FewestCases ? string.Create(CultureInfo.InvariantCulture, $"{text}; fewer than {FewestCases} cases cannot decide")
            : criterion.MaxLargeShare is { } share && guard > share ? $"{text}{Shortfall.AtMost(criterion with { Limit = share }, large, n)}"
            : text + Shortfall.Mean(criterion, criterion.Limit - Math.Abs(moments.Mean), moments.Deviation, n, FewestCases);
    }
}
