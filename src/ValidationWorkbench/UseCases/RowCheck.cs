using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Compares the rows that a run is scored from with the audit records, and the bytes of all records with the chain whose head the anchor holds: rows
/// alone prove nothing. It runs before anything is computed, in every command that tells something about a run.
/// </summary>
internal sealed class RowCheck
{
    private const string Remedy = "Nothing is computed from altered records; `validate restore` puts a backup back.";

    private readonly Dictionary<string, RecordedRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string RunId, int Number), (long Sequence, string After)> assessments = [];
    private long checkedRecords;
    private byte[] lastHash = AuditChain.Start;

    /// <summary>Checks all runs, all assessments, and the trials and attempts of one run.</summary>
    /// <param name="context">One state of the database; the rows given were read from the same.</param>
    /// <param name="head">End of the audit trail, read before that state; where the folder is open for writing, the one under the anchor.</param>
    /// <param name="material">What the run was frozen with.</param>
    /// <param name="attempts">Its attempts by trial, by number.</param>
    /// <param name="trials">Its finished trials.</param>
    /// <exception cref="IntegrityException">A row or a record is not what was recorded; the message names the record.</exception>
    public void Check(
        WorkbenchDbContext context, LedgerHead head, RunMaterial material,
        IReadOnlyDictionary<TrialKey, List<Attempt>> attempts, IReadOnlyDictionary<TrialKey, Trial> trials)
    {
        ReadTrail(context, head);
        CheckRuns(context, material.Run);
        CheckAssessments(context);
        CheckAttempts(context, material, attempts, trials);
    }

    /// <summary>Every record that was not read yet: hash, link to the one before, and the columns that the queries go by.</summary>
    private void ReadTrail(WorkbenchDbContext context, LedgerHead head)
    {
        var from = checkedRecords;
        foreach (var stored in context.AuditRecords.Where(record => record.Sequence > from).OrderBy(record => record.Sequence).AsEnumerable())
        {
            var record = Decode(stored.Sequence, stored.Bytes);
            var hash = AuditChain.Hash(stored.Bytes);
            if (stored.Sequence != checkedRecords + 1 || !HoldsColumns(stored, record)
                || !hash.AsSpan().SequenceEqual(stored.Hash) || !record.PreviousHash.AsSpan().SequenceEqual(lastHash)
                || (stored.Sequence == head.Records && Convert.ToHexStringLower(hash) != head.Hash))
            {
                throw Altered(FormattableString.Invariant(
                    $"audit record {stored.Sequence}: its bytes do not agree with its hash, its columns or the record before"));
            }

            (checkedRecords, lastHash) = (stored.Sequence, hash);
            Note(stored.Sequence, record.Entry);
        }

        if (checkedRecords < head.Records)
        {
            throw Altered(FormattableString.Invariant($"audit record {checkedRecords + 1} is missing, of {head.Records}"));
        }
    }

    private static bool HoldsColumns(StoredAuditRecord stored, AuditRecord record) =>
        (stored.Sequence, stored.AtMicros, stored.ActorId) == (record.Sequence, record.AtMicros, record.Entry.Actor.Id)
        && (stored.Action, stored.EntityType, stored.EntityId, stored.RunId, stored.Reason)
        == (record.Entry.Action, record.Entry.EntityType, record.Entry.EntityId, record.Entry.RunId, record.Entry.Reason);

    private void Note(long sequence, AuditEntry entry)
    {
        switch (entry.Action)
        {
            case AuditAction.RunPlanned:
                runs[entry.RunId] = new RecordedRun(sequence, entry.After ?? string.Empty, Attached(entry, "configuration"), RunState.Planned, null);
                break;
            case AuditAction.RunStarted when runs.TryGetValue(entry.RunId, out var run):
                runs[entry.RunId] = run with { State = RunState.Executing };
                break;
            case AuditAction.RunCompleted when runs.TryGetValue(entry.RunId, out var run):
                runs[entry.RunId] = run with { State = RunState.Completed };
                break;
            case AuditAction.RunAssessed when runs.TryGetValue(entry.RunId, out var run):
                var (number, outcome) = AssessmentFacts.ReadOutcome(entry.After ?? string.Empty);
                assessments[(entry.RunId, number)] = (sequence, entry.After!);
                runs[entry.RunId] = run with { State = RunState.Assessed, Outcome = outcome };
                break;
        }
    }

    private void CheckRuns(WorkbenchDbContext context, Run scored)
    {
        var rows = context.Runs.AsEnumerable().ToDictionary(run => run.Id, StringComparer.Ordinal);
        foreach (var run in rows.Values.Append(scored))
        {
            if (!runs.TryGetValue(run.Id, out var recorded))
            {
                throw Altered($"run {run.Id}: no audit record says that it was planned");
            }

            if (!RunFacts.Agree(recorded.After, run) || run.ConfigurationSha256 != recorded.ConfigurationSha256)
            {
                throw Altered(FormattableString.Invariant($"run {run.Id}: its row is not what audit record {recorded.Sequence} says"));
            }
        }

        foreach (var (id, told) in runs)
        {
            if (!rows.TryGetValue(id, out var row) || (row.State, row.Outcome) != (told.State, told.Outcome))
            {
                throw Altered($"run {id}: the audit records say that it is {told.State}{(told.Outcome is { } outcome ? $" with outcome {outcome}" : string.Empty)}, "
                    + "its row says otherwise or is missing");
            }
        }
    }

    private void CheckAssessments(WorkbenchDbContext context)
    {
        var rows = context.Assessments.AsEnumerable().ToDictionary(entry => (entry.RunId, entry.Number));
        foreach (var (key, (sequence, after)) in assessments)
        {
            if (!rows.Remove(key, out var row) || !AssessmentFacts.Agree(after, row))
            {
                throw Altered(FormattableString.Invariant(
                    $"run {key.RunId}, assessment {key.Number}: its row is not what audit record {sequence} says, or missing"));
            }
        }

        foreach (var (runId, number) in rows.Keys)
        {
            throw Altered(FormattableString.Invariant($"run {runId}, assessment {number}: no audit record says that it was made"));
        }
    }

    /// <summary>The attempts of a trial come in the order of their records.</summary>
    private static void CheckAttempts(
        WorkbenchDbContext context, RunMaterial material, IReadOnlyDictionary<TrialKey, List<Attempt>> attempts, IReadOnlyDictionary<TrialKey, Trial> trials)
    {
        var runId = material.Run.Id;
        var waiting = attempts.ToDictionary(entry => entry.Key.ToString(), entry => new Queue<Attempt>(entry.Value), StringComparer.Ordinal);
        var open = trials.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value, StringComparer.Ordinal);
        string[] actions = [AuditAction.TrialFinished, AuditAction.AttemptFailed];
        foreach (var stored in context.AuditRecords.Where(record => record.RunId == runId && actions.Contains(record.Action))
            .OrderBy(record => record.Sequence).AsEnumerable())
        {
            var entry = Decode(stored.Sequence, stored.Bytes).Entry;
            Trial? trial = null;
            if (!waiting.TryGetValue(entry.EntityId, out var rows) || !rows.TryDequeue(out var attempt)
                || (entry.Action == AuditAction.TrialFinished && !open.Remove(entry.EntityId, out trial)))
            {
                throw Altered(FormattableString.Invariant(
                    $"run {runId}, trial {entry.EntityId}: the row that audit record {stored.Sequence} tells of is missing"));
            }

            if (Difference(entry, attempt, trial, material.Configuration.ModelOf(attempt.Role).DisplayName) is { } difference)
            {
                throw Altered(FormattableString.Invariant(
                    $"run {runId}, trial {entry.EntityId}: its row is not what audit record {stored.Sequence} says: {difference}"));
            }
        }

        if ((waiting.FirstOrDefault(entry => entry.Value.Count > 0).Key ?? open.Keys.FirstOrDefault()) is { } orphan)
        {
            throw Altered($"run {runId}, trial {orphan}: no audit record tells of its row");
        }
    }

    private static string? Difference(AuditEntry recorded, Attempt attempt, Trial? trial, string model)
    {
        var stored = AttemptFacts.Write(attempt, model, trial);
        return attempt.RequestSha256 != Attached(recorded, "request") ? "another request"
            : attempt.ReplySha256 != Attached(recorded, "reply") ? "another reply"
            : attempt.Fault != recorded.Reason || (trial is not null && trial.Answered != recorded.Reason is null) ? "another end"
            : stored != recorded.After ? Members(recorded.After ?? "{}", stored) : null;
    }

    /// <summary>Members of the state after that the row has otherwise.</summary>
    private static string Members(string recorded, string stored)
    {
        using JsonDocument told = JsonDocument.Parse(recorded), found = JsonDocument.Parse(stored);
        string? Found(string name) => found.RootElement.TryGetProperty(name, out var other) ? other.GetRawText() : null;
        return string.Join(", ", told.RootElement.EnumerateObject().Where(member => Found(member.Name) != member.Value.GetRawText())
            .Select(member => $"{member.Name} was {member.Value.GetRawText()}, is {Found(member.Name) ?? "missing"}"));
    }

    private static string? Attached(AuditEntry entry, string name) => entry.Attachments.LastOrDefault(attachment => attachment.Name == name)?.Sha256;

    private static AuditRecord Decode(long sequence, byte[] bytes)
    {
        try
        {
            return AuditRecordReader.Read(bytes);
        }
        catch (FormatException exception)
        {
            throw Altered(FormattableString.Invariant($"audit record {sequence} cannot be read: {exception.Message}"));
        }
    }

    private static IntegrityException Altered(string what) => new($"{what.TrimEnd('.')}. {Remedy}");

    private sealed record RecordedRun(long Sequence, string After, string? ConfigurationSha256, RunState State, string? Outcome);
}
