using System.Globalization;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>What earlier results on record mean for those of a run.</summary>
internal static class EarlierResults
{
    private static readonly List<string> Answers =
    [
        AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.SequentialAsked, AuditAction.SequentialStopped, AuditAction.EmbeddingsReceived,
        AuditAction.EmbeddingsFailed,
    ];

    /// <summary>
    /// Tries of the run's plan with its candidate, this one included. A try counts where it was completed before the last answer of this run and was
    /// not INVALID by then, so that the number stays what it is; answers from one recording are one try.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <param name="material">The run.</param>
    /// <param name="plan">Plan whose criteria are applied.</param>
    /// <param name="lastInput">Sequence of the last record that the results rest on.</param>
    public static RunTries CountTries(RecordsFolder records, RunMaterial material, ValidationPlan plan, long lastInput)
    {
        var (runId, configuration) = (material.Run.Id, material.Configuration);
        using var context = records.CreateReader();
        var last = LastOf(context, runId, lastInput, Answers);
        var completed = context.AuditRecords
            .Where(record => record.Action == AuditAction.RunCompleted && record.Sequence < last && record.RunId != runId)
            .Select(record => record.RunId).ToHashSet();
        var invalid = context.Assessments.Where(entry => entry.HeadSequence < last).AsEnumerable().GroupBy(entry => entry.RunId)
            .Where(group => group.All(entry => entry.Outcome == Recommendation.WordOf(Outcome.Invalid))).Select(group => group.Key).ToHashSet();
        var tries = context.Runs.AsEnumerable().Where(run => completed.Contains(run.Id) && !invalid.Contains(run.Id))
            .Select(run => (run.Id, Configuration: RunMaterial.ReadConfiguration(records, run)))
            .Where(run => run.Configuration.PlanId == configuration.PlanId && run.Configuration.Candidate.Model == configuration.Candidate.Model)
            .Select(run => run.Configuration.ReplayedFrom ?? run.Id).Append(configuration.ReplayedFrom ?? runId).Distinct();
        return RunTries.Of(tries.Count(), plan.Criteria);
    }

    /// <summary>Refuses results that differ from those of an earlier assessment by the same plan and version of the workbench, of the same answers.</summary>
    /// <param name="records">The records.</param>
    /// <param name="assessed">The results.</param>
    /// <param name="tool">This version and build.</param>
    /// <exception cref="IntegrityException">They differ, which no honest cause explains.</exception>
    public static void RequireSame(RecordsFolder records, AssessedRun assessed, string tool)
    {
        using var context = records.CreateReader();
        var (runId, plan, results) = (assessed.Run.Id, assessed.PlanSha256, assessed.ResultsSha256);
        var last = LastInput(context, runId, long.MaxValue);
        var other = context.Assessments
            .Where(entry => entry.RunId == runId && entry.PlanSha256 == plan && entry.Tool == tool && entry.HeadSequence >= last && entry.ResultsSha256 != results)
            .OrderBy(entry => entry.Number).FirstOrDefault();
        if (other is not null)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture,
                $"run {runId}: the stored replies give results with SHA-256 {results}, but assessment {other.Number} by the same plan and the same version "
                + $"has {other.ResultsSha256} ({other.Outcome}). Nothing is recommended; `validate audit verify --deep` shows what differs."));
        }
    }

    /// <summary>Sequence of the last record that results rest on; 0 where there is none.</summary>
    /// <param name="context">The records.</param>
    /// <param name="runId">The run.</param>
    /// <param name="upTo">Sequence of the last record that is looked at.</param>
    public static long LastInput(WorkbenchDbContext context, string runId, long upTo) =>
        LastOf(context, runId, upTo, [.. Answers, AuditAction.DifferencesDisposed]);

    private static long LastOf(WorkbenchDbContext context, string runId, long upTo, List<string> actions) =>
        context.AuditRecords.Where(record => record.RunId == runId && record.Sequence <= upTo && actions.Contains(record.Action))
            .Max(record => (long?)record.Sequence) ?? 0;
}
