using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Accuracy of both models within one stratum. Descriptive: it decides only where the plan has a criterion for the stratum.</summary>
/// <param name="Dimension">Such as <c>system</c>.</param>
/// <param name="Value">Such as <c>lims</c>.</param>
/// <param name="Task">Task of the cases.</param>
/// <param name="N">Cases.</param>
/// <param name="BaselineRight">Cases the baseline has right in every repeat.</param>
/// <param name="CandidateRight">Cases the candidate has right in every repeat.</param>
/// <param name="CandidateLower">One-sided 95 % lower bound of the candidate's share.</param>
public sealed record StratumRow(string Dimension, string Value, CaseTask Task, int N, int BaselineRight, int CandidateRight, double CandidateLower)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>Rows of all strata, by task, dimension and value.</summary>
    public static IReadOnlyList<StratumRow> All(ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        static bool Right(TrialScore? score) => score?.Verdict == ScoreVerdict.Right;
        return [.. run.Cases
            .SelectMany(entry => entry.Case.Strata.Select(stratum => (entry.Task, stratum.Key, stratum.Value, entry.Case)))
            .GroupBy(entry => (entry.Task, entry.Key, entry.Value), entry => entry.Case)
            .OrderBy(group => group.Key.Task).ThenBy(group => group.Key.Key, StringComparer.Ordinal).ThenBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group =>
            {
                var baseline = Bracket.Count(run, group, ModelRole.Baseline, Right);
                var candidate = Bracket.Count(run, group, ModelRole.Candidate, Right);
                return new StratumRow(group.Key.Key, group.Key.Value, group.Key.Task, candidate.N, baseline.All, candidate.All,
                    BinomialBound.Lower(candidate.All, candidate.N, DisplayConfidence));
            })];
    }
}
