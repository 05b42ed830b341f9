using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Why the candidate's cases pass or fail the gate of requirement coverage, in four classes that exclude each other. A case with a requirement
/// missing in an answer that can be read has failed, whatever became of its other repeats.
/// </summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Passed">Cases with every requirement covered in every repeat.</param>
/// <param name="Failed">Cases with a requirement missing in a readable answer.</param>
/// <param name="EndpointError">Other cases with a repeat that has no answer.</param>
/// <param name="Unreadable">Other cases: every answer is there, but not every one can be read.</param>
/// <param name="Answers">All unreadable answers to these cases, by what they are.</param>
public sealed record GateOutcome(string CriterionId, int Passed, int Failed, int EndpointError, int Unreadable, UnreadableAnswers Answers)
{
    /// <summary>The outcomes of every coverage gate.</summary>
    public static IReadOnlyList<GateOutcome> All(IEnumerable<AcceptanceCriterion> criteria, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. criteria.Where(criterion => criterion.Kind == CriterionKind.RequirementCoverage).Select(criterion => Of(criterion, run))];
    }

    private static GateOutcome Of(AcceptanceCriterion criterion, ScoredRun run)
    {
        static bool Misses(TrialScore? score) => score is { SchemaConforms: true, Coverage: not >= 1 };
        var cases = run.Select(CaseTask.OqGeneration, criterion.Stratum).Select(testCase => run.Of(testCase.Id, ModelRole.Candidate)).ToList();
        var failed = cases.Count(repeats => repeats.Any(Misses));
        var others = cases.Where(repeats => !repeats.Any(Misses)).ToList();
        var passed = others.Count(repeats => repeats.All(score => score is { SchemaConforms: true }));
        var unanswered = others.Count(repeats => repeats.Contains(null));
        return new GateOutcome(
            criterion.Id, passed, failed, unanswered, others.Count - passed - unanswered,
            UnreadableAnswers.Of(ModelRole.Candidate, [.. cases.SelectMany(repeats => repeats).OfType<TrialScore>()]));
    }
}
