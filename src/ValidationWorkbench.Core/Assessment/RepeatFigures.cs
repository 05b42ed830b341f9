using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>How far the repeats of one model agree in one task, and its accuracy over calls. For display, never a gate.</summary>
/// <param name="Role">The model.</param>
/// <param name="Task">The task.</param>
/// <param name="Accuracy">Mean of the shares of repeats that are right, with its cluster standard error.</param>
/// <param name="Decisions">How alike the decisions are; an unreadable or missing answer equals nothing.</param>
/// <param name="Scores">Spread of each score within cases.</param>
public sealed record RepeatFigures(ModelRole Role, CaseTask Task, ClusterMean Accuracy, RepeatSummary Decisions, IReadOnlyList<ScoreSpread> Scores)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>The figures of both models, task by task.</summary>
    public static IReadOnlyList<RepeatFigures> All(ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        CaseTask[] tasks = [CaseTask.Categorization, CaseTask.OqGeneration];
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        return [.. tasks.SelectMany(task => roles.Select(role => Of(run, task, role)))];
    }

    private static RepeatFigures Of(ScoredRun run, CaseTask task, ModelRole role)
    {
        var cases = run.Cases.Where(entry => entry.Task == task).Select(entry => (entry.Case, Scores: run.Of(entry.Case.Id, role))).ToList();
        return new RepeatFigures(
            role,
            task,
            ClusterMean.Of([.. cases.Select(entry => entry.Scores.Select(score => score?.Verdict == ScoreVerdict.Right ? 1.0 : 0).ToArray())],
                DisplayConfidence),
            RepeatSummary.Of([.. cases.Select(entry => entry.Scores.Select(Repeatability.Readable).ToArray())]),
            task == CaseTask.Categorization
                ? [ScoreSpread.Of("stated confidence", cases.Select(entry => entry.Scores.Select(score => score?.Confidence)))]
                :
                [
                    ScoreSpread.Of("requirement coverage", cases.Select(entry => entry.Scores.Select(score => score?.Coverage ?? (double?)0))),
                    ScoreSpread.Of("structure", cases.Select(entry => entry.Scores.Select(score => score?.Structure ?? (double?)0))),
                    ScoreSpread.Of("must-have checks",
                        cases.Where(entry => entry.Case.MustHave.Count > 0).Select(entry =>
                            entry.Scores.Select(score => score?.MustHave ?? (double?)0))),
                ]);
    }
}
