using System.Text;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Models;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Reads the series that a run continues, as of the head of its assessment. The mean case scores are those of the results on record, so no other run is
/// scored again; a drift check scores them, and finds the same.
/// </summary>
internal static class RunSeriesRecords
{
    /// <summary>Earlier accepted runs with the same cases, repeats and settings of the candidate, and this run as the last.</summary>
    public static RunSeries Read(RecordsFolder records, AssessedRun assessed, AssessmentEntry entry)
    {
        if (assessed.Configuration.ReplayedFrom is not null || assessed.Recommendation.Outcome == Outcome.Invalid)
        {
            return RunSeries.None;
        }

        var head = entry.HeadSequence;
        using var context = records.CreateReader();
        var assessments = context.Assessments.AsNoTracking().Where(other => other.HeadSequence < head && other.RunId != entry.RunId).AsEnumerable()
            .GroupBy(other => other.RunId).ToDictionary(group => group.Key, group => group.OrderBy(other => other.Number).ToList());
        var accepted = new List<SeriesRun>();
        var leftOut = new List<LeftOutRun>();
        List<string>? served = null;
        foreach (var run in Earlier(context, assessed.Run).Where(run => assessments.ContainsKey(run.Id)))
        {
            var configuration = RunMaterial.ReadConfiguration(records, run);
            if (!SamePanel.Holds(assessed.Configuration, configuration))
            {
                continue;
            }

            var last = assessments[run.Id].FindLast(other => other.PlanSha256 == configuration.Plan.Sha256);
            var answered = last is null ? [] : ServedBy(context, run.Id);
            served ??= last?.Outcome == Recommendation.WordOf(Outcome.Go) ? answered : null;
            var reason = last is null ? "not assessed by its own plan"
                : configuration.ReplayedFrom is not null ? "answered from a recording"
                : last.Outcome != Recommendation.WordOf(Outcome.Go) ? last.Outcome
                : answered.Except(served!).Any() ? "another candidate by what answered" : null;
            if (reason is null)
            {
                accepted.Add(new SeriesRun(run.Id, Scores(records, last!)));
            }
            else
            {
                leftOut.Add(new LeftOutRun(run.Id, reason));
            }
        }

        if (accepted.Count > 0 && Names(assessed.LastAttempts.Where(attempt => attempt is { Role: ModelRole.Candidate, Answered: true })
            .Select(attempt => (attempt.ServedModel, attempt.SystemFingerprint))).Except(served!).Any())
        {
            return new RunSeries([], [.. accepted.Select(run => new LeftOutRun(run.RunId, "another candidate by what answered")), .. leftOut]);
        }

        var scores = assessed.Assessment.RepeatFigures.Where(figures => figures is { Role: ModelRole.Candidate, Accuracy.Mean: not null })
            .ToDictionary(figures => figures.Task, figures => figures.Accuracy.Mean!.Value);
        return new RunSeries([.. accepted, new SeriesRun(entry.RunId, scores)], leftOut);
    }

    /// <summary>Drift checks on record by then of runs with the same cases and settings as this one, or of itself.</summary>
    public static IReadOnlyList<DriftCheckEntry> ReadChecks(RecordsFolder records, AssessedRun assessed, AssessmentEntry entry)
    {
        var head = entry.HeadSequence;
        using var context = records.CreateReader();
        var checks = context.AuditRecords.AsNoTracking().Where(record => record.Action == AuditAction.DriftChecked && record.Sequence <= head)
            .OrderBy(record => record.Sequence).ToList();
        var references = checks.Select(record => record.RunId).ToHashSet();
        var ofUse = context.Runs.AsNoTracking().AsEnumerable().Where(run => references.Contains(run.Id))
            .Where(run => SamePanel.Holds(assessed.Configuration, RunMaterial.ReadConfiguration(records, run))).Select(run => run.Id).ToHashSet();
        return [.. checks.Where(record => ofUse.Contains(record.RunId)).Select(record =>
        {
            var told = CanonicalJson.Read<Told>(Encoding.UTF8.GetBytes(StoredEntry.Read(record).After ?? "{}"));
            return new DriftCheckEntry(record.Sequence, told.Reference, told.Run ?? "answers in production",
                told.Demonstration ? $"{told.Outcome} (DEMONSTRATION)" : told.Outcome);
        })];
    }

    private static List<Run> Earlier(WorkbenchDbContext context, Run run) =>
        [.. context.Runs.AsNoTracking().AsEnumerable()
            .Where(other => other.PlannedMicros < run.PlannedMicros
                || (other.PlannedMicros == run.PlannedMicros && string.CompareOrdinal(other.Id, run.Id) < 0))
            .OrderBy(other => other.PlannedMicros).ThenBy(other => other.Id, StringComparer.Ordinal)];

    private static List<string> ServedBy(WorkbenchDbContext context, string runId) =>
        Names(context.Attempts.AsNoTracking().Where(attempt => attempt.RunId == runId && attempt.Role == ModelRole.Candidate && attempt.Fault == null)
            .Select(attempt => new { attempt.ServedModel, attempt.SystemFingerprint }).Distinct().AsEnumerable()
            .Select(attempt => (attempt.ServedModel, attempt.SystemFingerprint)));

    private static List<string> Names(IEnumerable<(string? Model, string? Fingerprint)> answers) =>
        [.. answers.SelectMany(answer => new[] { $"model {answer.Model}", $"build {answer.Fingerprint}" }).Distinct()];

    private static Dictionary<CaseTask, double> Scores(RecordsFolder records, AssessmentEntry entry) =>
        CanonicalJson.Read<Results>(records.ReadEvidence(entry.ResultsSha256)).RepeatFigures
            .Where(figures => figures is { Role: ModelRole.Candidate, Accuracy.Mean: not null })
            .ToDictionary(figures => figures.Task, figures => figures.Accuracy.Mean!.Value);

    private sealed record Told(string Reference, string? Run, string Outcome, bool Demonstration);

    /// <summary>The part of results on record that a series is made of.</summary>
    private sealed record Results(IReadOnlyList<TaskFigures> RepeatFigures);

    private sealed record TaskFigures(ModelRole Role, CaseTask Task, MeanFigure Accuracy);

    private sealed record MeanFigure(double? Mean);
}
