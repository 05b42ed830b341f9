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
internal sealed class MonitoredRuns(RecordsFolder records, RunScorer scorer, HostFacts host)
{
    /// <summary>A finished run, scored from its stored replies.</summary>
    /// <exception cref="InputException">There is no such run, or it is not finished.</exception>
    /// <exception cref="IntegrityException">Evidence of the run is missing or was altered, or its results differ from those on record.</exception>
    public MonitoredRun Read(string runId)
    {
        if (RunMaterial.FindRun(records, runId).State < RunState.Completed)
        {
            throw new InputException(runId, $"is not finished; `validate --resume {runId}` finishes it.");
        }

        var assessed = scorer.Score(runId);
        EarlierResults.RequireSame(records, assessed, host.Tool);
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
    /// Accepted runs of the reference's panel and candidate from the reference on, with the run given as the last, and those that were left out. Only
    /// a run counts whose models were really asked.
    /// </summary>
    public RunSeries ReadSeries(MonitoredRun reference, MonitoredRun run)
    {
        var finished = FinishedUpTo(run.Identity.Id);
        var start = finished.FindIndex(entry => entry.Id == reference.Identity.Id);
        if (start < 0 || !BelongsTo(reference, run))
        {
            return RunSeries.None;
        }

        var accepted = new List<SeriesRun>();
        var leftOut = new List<LeftOutRun>();
        for (var i = 0; i < finished.Count - 1; i++)
        {
            var configuration = RunMaterial.ReadConfiguration(records, finished[i]);
            if (!SamePanel.Holds(reference.Configuration, configuration))
            {
                continue;
            }

            var reason = i < start ? "older than the reference"
                : finished[i].Outcome != Recommendation.WordOf(Outcome.Go) ? finished[i].Outcome ?? "not assessed"
                : configuration.ReplayedFrom is not null ? "answered from a recording" : null;
            var member = reason is not null ? null : i == start ? reference : Read(finished[i].Id);
            if (member is not null && BelongsTo(reference, member))
            {
                accepted.Add(InSeries(member));
            }
            else
            {
                leftOut.Add(new LeftOutRun(finished[i].Id, reason ?? "another candidate by what answered"));
            }
        }

        return new RunSeries([.. accepted, InSeries(run)], leftOut);
    }

    private static SeriesRun InSeries(MonitoredRun run) =>
        new(run.Identity.Id, run.Scored.Cases.Select(entry => entry.Task).Distinct().ToDictionary(task => task, task => run.MeanScore(task)!.Value));

    private List<Run> FinishedUpTo(string runId)
    {
        using var context = records.CreateReader();
        var finished = context.Runs.AsNoTracking().AsEnumerable().Where(run => run.State >= RunState.Completed)
            .OrderBy(run => run.PlannedMicros).ThenBy(run => run.Id, StringComparer.Ordinal).ToList();
        return finished[..(finished.FindIndex(run => run.Id == runId) + 1)];
    }

    private static bool BelongsTo(MonitoredRun reference, MonitoredRun member) =>
        SamePanel.Holds(reference.Configuration, member.Configuration) && member.Configuration.ReplayedFrom is null && member.InvalidReasons.Count == 0
        && !ConfigurationComparison.Of(reference, member).Any(difference => difference.IsHard);

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
