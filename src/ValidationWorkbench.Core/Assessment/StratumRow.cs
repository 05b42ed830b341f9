using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Accuracy of both models within one stratum. It decides only where the plan has a criterion for the stratum. That a limit is met in *some*
/// stratum may be claimed only by the adjusted p value, since one of many strata looks good by chance.
/// </summary>
/// <param name="Dimension">Such as <c>system</c>.</param>
/// <param name="Value">Such as <c>lims</c>.</param>
/// <param name="Task">Task of the cases.</param>
/// <param name="N">Cases.</param>
/// <param name="BaselineRight">Cases the baseline has right in every repeat.</param>
/// <param name="CandidateRight">Cases the candidate has right in every repeat.</param>
/// <param name="CandidateLower">One-sided 95 % lower bound of the candidate's share.</param>
/// <param name="P">P(as many right or more) if the true share were the limit of the plan's accuracy criterion (exact binomial); null where there is none.</param>
/// <param name="AdjustedP">The same, adjusted for all strata of the table (Holm 1979).</param>
public sealed record StratumRow(string Dimension, string Value, CaseTask Task, int N, int BaselineRight, int CandidateRight, double CandidateLower, double? P, double? AdjustedP)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>Rows of all strata, by task, dimension and value.</summary>
    /// <param name="run">The run.</param>
    /// <param name="accuracy">The criterion whose limit categorization strata are held against; null for none.</param>
    public static IReadOnlyList<StratumRow> All(ScoredRun run, AcceptanceCriterion? accuracy)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<StratumRow> rows = [.. run.Cases
            .SelectMany(entry => entry.Case.Strata.Select(stratum => (entry.Task, stratum.Key, stratum.Value, entry.Case)))
            .GroupBy(entry => (entry.Task, entry.Key, entry.Value), entry => entry.Case)
            .OrderBy(group => group.Key.Task).ThenBy(group => group.Key.Key, StringComparer.Ordinal).ThenBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => Row(run, group.Key, [.. group], accuracy))];
        var adjusted = HolmAdjustment.Of([.. rows.Select(row => row.P)]);
        return [.. rows.Select((row, i) => row with { AdjustedP = adjusted[i] })];
    }

    private static StratumRow Row(ScoredRun run, (CaseTask Task, string Dimension, string Value) stratum, IReadOnlyList<TestCase> cases, AcceptanceCriterion? accuracy)
    {
        static bool Right(TrialScore? score) => score?.Verdict == ScoreVerdict.Right;
        var baseline = Bracket.Count(run, cases, ModelRole.Baseline, Right);
        var candidate = Bracket.Count(run, cases, ModelRole.Candidate, Right);
        return new StratumRow(
            stratum.Dimension, stratum.Value, stratum.Task, candidate.N, baseline.All, candidate.All, BinomialBound.Lower(candidate.All, candidate.N, DisplayConfidence),
            accuracy is null || stratum.Task != CaseTask.Categorization ? null : BinomialDistribution.UpperTail(candidate.All, candidate.N, accuracy.Limit), null);
    }
}
