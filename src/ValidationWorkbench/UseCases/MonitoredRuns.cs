using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads finished runs from the records for comparison and drift checks.</summary>
internal sealed class MonitoredRuns(RecordsFolder records, RunScorer scorer)
{
    /// <summary>A finished run, scored from its stored replies.</summary>
    /// <exception cref="InputException">There is no such run, or it is not finished.</exception>
    /// <exception cref="IntegrityException">Evidence of the run is missing or was altered.</exception>
    public MonitoredRun Read(string runId)
    {
        if (RunMaterial.FindRun(records, runId).State < RunState.Completed)
        {
            throw new InputException(runId, $"is not finished; `validate --resume {runId}` finishes it.");
        }

        var assessed = scorer.Score(runId);
        using var context = records.CreateReader();
        var calls = context.Attempts.Where(attempt => attempt.RunId == runId && attempt.Role == ModelRole.Candidate && !attempt.Cancelled).AsEnumerable()
            .OrderBy(attempt => attempt.CaseId, StringComparer.Ordinal).ThenBy(attempt => attempt.Repeat).ThenBy(attempt => attempt.Number).ToList();
        return new MonitoredRun
        {
            Identity = new RunIdentity(
                runId, Microseconds.WriteForPeople(assessed.Run.PlannedMicros), assessed.Configuration.Candidate.DisplayName, assessed.Recommendation.Word, assessed.Recommendation.IsDemonstration,
                assessed.Run.ConfigurationSha256),
            Configuration = assessed.Configuration,
            Plan = assessed.Plan,
            Scored = assessed.Scored,
            Calls = calls,
            ReplyStructures = ReadReplyStructures(assessed.Scored.Cases, calls),
            Tools = ReadTools(context, runId),
            InvalidReasons = assessed.Recommendation.Outcome == Outcome.Invalid ? assessed.Recommendation.Reasons : [],
        };
    }

    /// <summary>
    /// Runs on record of the reference's candidate and panel in the order of time, up to the run given. Only a valid run counts whose models were
    /// really asked. Empty where the run given is not one of them.
    /// </summary>
    public IReadOnlyList<SeriesRun> ReadSeries(MonitoredRun reference, MonitoredRun run)
    {
        var series = new List<SeriesRun>();
        foreach (var runId in RunsUpTo(run.Identity.Id))
        {
            var member = runId == run.Identity.Id ? run : runId == reference.Identity.Id ? reference : IsOfPanel(reference, runId) ? Read(runId) : null;
            if (member is not null && BelongsTo(reference, member))
            {
                series.Add(new SeriesRun(runId, member.Scored.Cases.Select(entry => entry.Task).Distinct().ToDictionary(task => task, task => member.MeanScore(task)!.Value)));
            }
        }

        return series.Count > 0 && series[^1].RunId == run.Identity.Id ? series : [];
    }

    private List<string> RunsUpTo(string runId)
    {
        using var context = records.CreateReader();
        var finished = context.Runs.AsNoTracking().AsEnumerable().Where(run => run.State >= RunState.Completed)
            .OrderBy(run => run.PlannedMicros).ThenBy(run => run.Id, StringComparer.Ordinal).Select(run => run.Id).ToList();
        return finished[..(finished.IndexOf(runId) + 1)];
    }

    /// <summary>By the configuration alone, so that a run of another panel need not be scored.</summary>
    private bool IsOfPanel(MonitoredRun reference, string runId) => IsOfPanel(reference, RunMaterial.ReadConfiguration(records, RunMaterial.FindRun(records, runId)));

    private static bool IsOfPanel(MonitoredRun reference, RunConfiguration configuration) =>
        configuration.ReplayedFrom is null
        && configuration.Repeats == reference.Configuration.Repeats
        && configuration.CaseSets.Select(set => set.Sha256).SequenceEqual(reference.Configuration.CaseSets.Select(set => set.Sha256))
        && !ConfigurationComparison.OfSettings(reference.Configuration, configuration).Any(difference => difference.IsHard);

    private static bool BelongsTo(MonitoredRun reference, MonitoredRun member) =>
        IsOfPanel(reference, member.Configuration) && member.InvalidReasons.Count == 0 && !ConfigurationComparison.Of(reference, member).Any(difference => difference.IsHard);

    /// <summary>The structure stands in every request; one request of each task shows it.</summary>
    private Dictionary<CaseTask, string> ReadReplyStructures(IReadOnlyList<(CaseTask Task, TestCase Case)> cases, List<Attempt> calls)
    {
        var tasks = cases.ToDictionary(entry => entry.Case.Id, entry => entry.Task, StringComparer.Ordinal);
        return calls.DistinctBy(call => tasks[call.CaseId]).ToDictionary(call => tasks[call.CaseId], call => ReplyStructure(call, records.ReadEvidence(call.RequestSha256)));
    }

    private static string ReplyStructure(Attempt call, byte[] request)
    {
        try
        {
            using var document = JsonDocument.Parse(request);
            return Sha256Hex.Of(document.RootElement.GetProperty("response_format").GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"the request of trial {call.CaseId}/{call.Role}/{call.Repeat} in run {call.RunId} holds no reply structure: {exception.Message}"));
        }
    }

    private static List<string> ReadTools(WorkbenchDbContext context, string runId)
    {
        string[] actions = [AuditAction.RunPlanned, AuditAction.RunStarted, AuditAction.RunResumed];
        return [.. context.AuditRecords.AsNoTracking().Where(record => record.RunId == runId && actions.Contains(record.Action)).OrderBy(record => record.Sequence).AsEnumerable()
            .Select(record => AuditRecordReader.Read(record.Bytes).Tool).Distinct()];
    }
}
