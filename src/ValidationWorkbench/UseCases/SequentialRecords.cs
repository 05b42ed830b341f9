using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>The calls that are made one at a time after the last trial: which are due, and what those on record brought.</summary>
internal static class SequentialRecords
{
    /// <summary>The cases drawn; none where the plan asks for none.</summary>
    public static IReadOnlyList<TestCase> Drawn(SequentialCheck? check, IReadOnlyList<(CaseTask Task, TestCase Case)> cases, long seed)
    {
        if (check is null)
        {
            return [];
        }

        var sorted = cases.Where(entry => entry.Task == CaseTask.Categorization).ToDictionary(entry => entry.Case.Id, entry => entry.Case);
        return [.. SequentialSample.Draw([.. sorted.Keys], check.Cases, seed).Select(id => sorted[id])];
    }

    /// <summary>Questions that are still to be asked, in order. Once a run is completed or assessed nothing is asked any more.</summary>
    public static IReadOnlyList<ScheduledTrial> Missing(RecordsFolder records, RunMaterial material)
    {
        var (runId, repeats) = (material.Run.Id, material.Configuration.Repeats);
        var drawn = Drawn(material.Plan.SequentialCheck, material.Cases, material.Configuration.Seed);
        if (drawn.Count == 0 || material.Configuration.ReplayedFrom is not null || RunMaterial.FindRun(records, runId).State == RunState.Completed)
        {
            return [];
        }

        using var context = records.CreateReader();
        long? Last(string action) => context.AuditRecords.Where(record => record.RunId == runId && record.Action == action).Max(record => (long?)record.Sequence);
        var isAssessed = Last(AuditAction.RunAssessed) > Last(AuditAction.TrialFinished)
            && context.Trials.Count(trial => trial.RunId == runId) == material.Run.Planned;
        var asked = Entries(context, runId, long.MaxValue);
        return isAssessed ? []
            : [.. drawn.SelectMany(testCase => Enumerable.Range(1, repeats).Select(repeat =>
            {
                // Repeats of a simulated model differ by their number, so these go on where the trials ended.
                var key = new TrialKey(testCase.Id, ModelRole.Candidate, repeats + repeat);
                var attempts = asked.Where(entry => entry.EntityId == key.ToString()).ToList();
                return (Trial: new ScheduledTrial(key, 0, CaseTask.Categorization, testCase, attempts.Count, attempts.Count(entry => !IsCancelled(entry))),
                    IsOpen: attempts.All(entry => entry.Reason is not null));
            }).Where(entry => entry.IsOpen && entry.Trial.FailuresBefore < material.Plan.Execution.MaxAttempts).Select(entry => entry.Trial))];
    }

    /// <summary>The comparison; null where the plan asks for none, or where the run answers from a recording.</summary>
    /// <param name="records">The records.</param>
    /// <param name="material">The run.</param>
    /// <param name="upTo">Sequence of the last record that is looked at.</param>
    /// <param name="trial">The answer of a trial; null where there is none.</param>
    /// <param name="read">What an answer decides.</param>
    /// <exception cref="IntegrityException">A record or its evidence is missing or was altered.</exception>
    public static SequentialComparison? Read(
        RecordsFolder records, RunMaterial material, long upTo, Func<TrialKey, TestCase, GivenAnswer?> trial, Func<TrialKey, TestCase, ModelReply, GivenAnswer> read)
    {
        var drawn = Drawn(material.Plan.SequentialCheck, material.Cases, material.Configuration.Seed);
        if (drawn.Count == 0 || material.Configuration.ReplayedFrom is not null)
        {
            return null;
        }

        using var context = records.CreateReader();
        var entries = Entries(context, material.Run.Id, upTo);
        var answered = entries.Where(entry => entry.Action == AuditAction.SequentialAsked && entry.Reason is null)
            .ToDictionary(entry => entry.EntityId, StringComparer.Ordinal);
        var (repeats, wire) = (material.Configuration.Repeats, material.Configuration.Candidate.Wire);
        GivenAnswer? Asked(TestCase testCase, int repeat)
        {
            var key = new TrialKey(testCase.Id, ModelRole.Candidate, repeats + repeat);
            return answered.TryGetValue(key.ToString(), out var entry) ? read(key, testCase, ReplyOf(records, entry, wire)) : null;
        }

        return SequentialComparison.Of(
            [.. drawn.Select(testCase => (
                (IReadOnlyList<GivenAnswer?>)[.. Enumerable.Range(1, repeats).Select(repeat => trial(new TrialKey(testCase.Id, ModelRole.Candidate, repeat), testCase))],
                (IReadOnlyList<GivenAnswer?>)[.. Enumerable.Range(1, repeats).Select(repeat => Asked(testCase, repeat))]))],
            entries.Find(entry => entry.Action == AuditAction.SequentialStopped)?.Reason);
    }

    private static List<AuditEntry> Entries(WorkbenchDbContext context, string runId, long upTo) =>
    [
        .. context.AuditRecords.AsNoTracking().Where(record => record.RunId == runId && record.Sequence <= upTo
            && (record.Action == AuditAction.SequentialAsked || record.Action == AuditAction.SequentialStopped))
            .OrderBy(record => record.Sequence).AsEnumerable().Select(StoredEntry.Read),
    ];

    private static bool IsCancelled(AuditEntry entry) => Member(entry, "cancelled") is { ValueKind: JsonValueKind.True };

    private static ModelReply ReplyOf(RecordsFolder records, AuditEntry entry, Models.Endpoints.EndpointSettings wire)
    {
        var reply = entry.Attachments.SingleOrDefault(attachment => attachment.Name == "reply")
            ?? throw new IntegrityException($"the record of {entry.EntityId}, asked again, names no reply.");
        var status = Member(entry, "httpStatus") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : (int?)null;
        return ChatCompletionReader.Read(status, null, records.ReadEvidence(reply.Sha256), wire).Reply
            ?? throw new IntegrityException($"{entry.EntityId} is recorded as answered when it was asked again, but its reply holds no answer.");
    }

    private static JsonElement Member(AuditEntry entry, string name)
    {
        using var document = JsonDocument.Parse(entry.After ?? "{}");
        return document.RootElement.TryGetProperty(name, out var member) ? member.Clone() : default;
    }
}
