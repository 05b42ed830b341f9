using System.Text.Json;

namespace ValidationWorkbench.Verification;

/// <summary>Compares every row of every table with the records, in both directions, as the records pass by.</summary>
internal sealed class TableAudit : IDisposable
{
    private static readonly string[] Outcomes = ["passed", "failed", "undecided", "error", "aborted", "unscored"];

    private readonly FaultLog faults;
    private readonly Dictionary<string, RunExpectation> runs = new(StringComparer.Ordinal);
    private readonly AuditedTable runRows;
    private readonly AuditedTable trials;
    private readonly AuditedTable attempts;
    private readonly AuditedTable assessments;
    private readonly AuditedTable evidence;
    private readonly SqlQuery hashAt;
    private readonly Func<long, string> rootAt;

    /// <summary>Prepares the tables.</summary>
    /// <param name="database">Where they lie.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="rootAt">Root over so many records, all of which have passed.</param>
    public TableAudit(RecordsDatabase database, FaultLog faults, Func<long, string> rootAt)
    {
        (this.faults, this.rootAt) = (faults, rootAt);
        runRows = new AuditedTable(database, "Runs", ["Id"], ["PlannedMicros", "Candidate", "Baseline", "ConfigurationSha256", "Planned", "State", "Outcome"], faults);
        trials = new AuditedTable(database, "Trials", ["RunId", "CaseId", "Role", "Repeat"], ["Position", "Attempts", "Answered", "FinishedMicros"], faults);
        attempts = new AuditedTable(database, "Attempts", ["RunId", "CaseId", "Role", "Repeat", "Number"],
            ["StartedMicros", "LatencyMicros", "FirstTokenMicros", "RequestSha256", "ReplySha256", "HttpStatus", "ServedModel", "SystemFingerprint",
                "ReplyId", "ServedBy", "FinishReason",
                "PromptTokens", "CompletionTokens", "CachedTokens", "Leaked", "Headers", "Fault", "TransportError", "Cancelled"], faults);
        assessments = new AuditedTable(database, "Assessments", ["RunId", "Number"], ["PlanSha256", "AtMicros", "Outcome", "ResultsSha256", "Tool", "HeadSequence", "HeadHash", "HeadRoot"], faults);
        evidence = new AuditedTable(database, "Evidence", ["Sha256"], ["Length", "Segment", "Offset"], faults);
        hashAt = database.Prepare("select Hash from AuditRecords not indexed where Sequence = ?1");
    }

    /// <summary>Tables and the columns that are compared.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns => new Dictionary<string, IReadOnlyList<string>>
    {
        ["Runs"] = runRows.Columns,
        ["Trials"] = trials.Columns,
        ["Attempts"] = attempts.Columns,
        ["Assessments"] = assessments.Columns,
        ["Evidence"] = evidence.Columns,
    };

    /// <summary>Rows of the tables that agree with a record.</summary>
    public long Rows => runRows.Matched + trials.Matched + attempts.Matched + assessments.Matched + evidence.Matched;

    /// <summary>Runs on record, with the documents issued.</summary>
    public IReadOnlyCollection<RunExpectation> Runs => runs.Values;

    /// <summary>Records that keep time stamps, with their time.</summary>
    public List<(long Sequence, long AtMicros, (string Name, long Length, string Sha256)[] Attachments)> Timestamps { get; } = [];

    /// <summary>Takes the next record.</summary>
    public void Add(RecordView record)
    {
        var sequence = record.Sequence;
        try
        {
            var attachments = record.Attachments > 0 ? record.ReadAttachments() : [];
            var run = runs.GetValueOrDefault(record.Text(RecordField.RunId)!);
            if (record.Is(RecordField.Action, "documents-issued"u8))
            {
                run?.Issues.Add(new IssuedFiles(run.Id, sequence, Facts.Of(record).Number("assessment"), record.Text(RecordField.Tool)!, attachments));
                return;
            }

            if (record.Is(RecordField.Action, "documents-rendered"u8))
            {
                var after = Facts.Of(record);
                run?.Renderings.Add(new IssuedFiles(run.Id, sequence, after.Number("assessment"), record.Text(RecordField.Tool)!, [.. after.Items("documents").Select(Rendered)]));
            }

            foreach (var (_, length, sha256) in attachments)
            {
                evidence.Compare(sequence, [sha256, length, AnyValue.Instance, AnyValue.Instance], isShared: true);
            }

            AddRows(record, sequence, run, attachments);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            faults.Add(FaultClass.Layout, sequence, $"the state after of the record is not what its action calls for: {exception.Message}");
        }
    }

    /// <summary>Looks at what shows only when all records have passed: the state of each run, and rows without a record.</summary>
    public void Finish()
    {
        foreach (var run in runs.Values)
        {
            runRows.Compare(run.Sequence, [.. run.Row, run.Planned, run.State, run.Outcome]);
            if (run.State == "Completed" && run.Finished != run.Planned)
            {
                Uneven(run.Sequence, run, $"is completed with {run.Finished} finished trials of {run.Planned} planned");
            }
        }

        foreach (var table in new[] { runRows, trials, attempts, assessments, evidence })
        {
            table.FindOrphans();
        }
    }

    public void Dispose()
    {
        foreach (var item in new IDisposable[] { runRows, trials, attempts, assessments, evidence, hashAt })
        {
            item.Dispose();
        }
    }

    /// <exception cref="InvalidOperationException">A member is missing.</exception>
    private static (string Name, long Length, string Sha256) Rendered(Facts document) =>
        document.Text("name") is { } name && document.Number("length") is { } length && document.Text("sha256") is { } sha256 ? (name, length, sha256)
            : throw new InvalidOperationException("a document lacks its name, length or sha256.");

    private void AddRows(RecordView record, long sequence, RunExpectation? run, (string Name, long Length, string Sha256)[] attachments)
    {
        switch (record.Text(RecordField.Action))
        {
            case "run-planned":
                AddRun(record, sequence, attachments);
                break;
            case "recovered":
                faults.Remark(FormattableString.Invariant($"record {sequence}: {record.Text(RecordField.Reason)} A crash leaves such; without one, look into who added them."));
                break;
            case "clock-stepped":
                faults.Remark(FormattableString.Invariant($"record {sequence}: {record.Text(RecordField.Reason)}"));
                break;
            case "timestamped":
                Timestamps.Add((sequence, record.AtMicros, attachments));
                break;
            case "run-started":
                Move(run, sequence, "Executing");
                break;
            case "run-completed":
                Move(run, sequence, "Completed");
                break;
            case "trial-finished":
                AddAttempt(record, sequence, run, attachments, isTrial: true);
                break;
            case "attempt-failed":
                AddAttempt(record, sequence, run, attachments, isTrial: false);
                break;
            case "run-assessed":
                AddAssessment(record, sequence, run, attachments);
                break;
        }
    }

    private static void Move(RunExpectation? run, long sequence, string state)
    {
        if (run is not null)
        {
            (run.State, run.Sequence) = (state, sequence);
        }
    }

    private void AddRun(RecordView record, long sequence, (string Name, long Length, string Sha256)[] attachments)
    {
        var facts = Facts.Of(record);
        var id = record.Text(RecordField.RunId)!;
        var configuration = attachments.LastOrDefault(attachment => attachment.Name == "configuration").Sha256;
        if (facts.Raw("configuration") is { } text && Sha256Hex.Of(text) != configuration)
        {
            faults.Add(FaultClass.Row, sequence, $"run {id}: the configuration in the record is not the one that is kept as evidence");
        }

        if (runs.ContainsKey(id))
        {
            faults.Add(FaultClass.Row, sequence, $"run {id} was planned twice");
        }

        runs[id] = new RunExpectation(id, facts.Number("planned") ?? -1)
        {
            Row = [id, facts.Time("plannedAt"), facts.Text("candidate"), facts.Text("baseline"), configuration],
            Sequence = sequence,
        };
    }

    private void AddAttempt(RecordView record, long sequence, RunExpectation? run, (string Name, long Length, string Sha256)[] attachments, bool isTrial)
    {
        var facts = Facts.Of(record);
        var runId = record.Text(RecordField.RunId);
        var trial = record.Text(RecordField.EntityId)!;
        var (caseId, role, repeat) = Key(trial);
        var number = facts.Number("attempt") ?? 0;
        var reason = record.Text(RecordField.Reason);
        attempts.Compare(sequence,
        [
            runId, caseId, role, repeat, number, facts.Time("startedAt"), facts.Number("latencyMicros"), facts.Number("firstTokenMicros"),
            attachments.FirstOrDefault(attachment => attachment.Name == "request").Sha256, attachments.FirstOrDefault(attachment => attachment.Name == "reply").Sha256,
            facts.Number("httpStatus"), facts.Text("servedModel"), facts.Text("systemFingerprint"), facts.Text("replyId"), facts.Text("servedBy"),
            facts.Text("finishReason"),
            facts.Number("promptTokens"), facts.Number("completionTokens"), facts.Number("cachedTokens"), Flag(facts.Truth("leaked")),
            facts.Object("headers"), reason, facts.Text("transportError"), Flag(facts.Truth("cancelled")),
        ]);
        (long, long)? end = null;
        if (isTrial)
        {
            var last = facts.In("trial");
            end = (last.Number("position") ?? -1, last.Number("attempts") ?? -1);
            trials.Compare(sequence, [runId, caseId, role, repeat, last.Number("position"), last.Number("attempts"), reason is null ? 1L : 0L, last.Time("finishedAt")]);
        }

        if (run is null)
        {
            faults.Add(FaultClass.Arithmetic, sequence, $"trial {trial} belongs to run {runId}, which was never planned");
        }
        else if (run.AddAttempt(trial, number, end) is { } trouble)
        {
            faults.Add(FaultClass.Arithmetic, sequence, $"run {runId}: {trouble}");
        }
    }

    private void AddAssessment(RecordView record, long sequence, RunExpectation? run, (string Name, long Length, string Sha256)[] attachments)
    {
        var facts = Facts.Of(record);
        var results = attachments.FirstOrDefault(attachment => attachment.Name == "results").Sha256;
        var (headSequence, headHash) = (facts.Number("headSequence") ?? 0, facts.Text("headHash"));
        assessments.Compare(sequence,
        [
            record.Text(RecordField.RunId), facts.Number("assessment"), facts.Text("planSha256"), facts.Time("assessedAt"), facts.Text("outcome"), results, facts.Text("tool"), headSequence, headHash, facts.Text("headRoot"),
        ]);
        if (facts.Text("resultsSha256") != results)
        {
            faults.Add(FaultClass.Row, sequence, $"the results of the assessment have SHA-256 {facts.Text("resultsSha256")}, those kept as evidence {results}");
        }

        CheckHead(sequence, headSequence, headHash, facts.Text("headRoot"));
        if (run is null)
        {
            faults.Add(FaultClass.Arithmetic, sequence, $"run {record.Text(RecordField.RunId)} was assessed, but never planned");
            return;
        }

        (run.State, run.Outcome, run.Sequence) = ("Assessed", facts.Text("outcome"), sequence);
        if (facts.Number("assessment") != ++run.Assessments)
        {
            Uneven(sequence, run, $"assessment {facts.Number("assessment")} stands where number {run.Assessments} belongs");
        }

        CheckCounts(sequence, run, facts.In("counts"));
    }

    private void CheckCounts(long sequence, RunExpectation run, Facts counts)
    {
        var sum = Outcomes.Sum(name => counts.Number(name) ?? 0);
        if (counts.Number("planned") != run.Planned || sum != run.Planned)
        {
            Uneven(sequence, run, $"the outcomes add up to {sum} and {counts.Number("planned")} are said to be planned, of {run.Planned} planned");
        }
        else if (run.Planned - (counts.Number("aborted") ?? 0) != run.Finished)
        {
            Uneven(sequence, run, $"{counts.Number("aborted")} of {run.Planned} trials are said to be aborted, but {run.Finished} are finished");
        }
    }

    private void CheckHead(long sequence, long headSequence, string? headHash, string? headRoot)
    {
        var row = new StoredRow(1);
        if (headSequence >= sequence || !hashAt.ReadOne(row, headSequence) || Convert.ToHexStringLower(row.Bytes(0)) != headHash)
        {
            faults.Add(FaultClass.Row, sequence, FormattableString.Invariant($"the head that the assessment names, {headHash} at {headSequence}, is not that of these records"));
        }
        else if (rootAt(headSequence) is var root && root != headRoot)
        {
            faults.Add(FaultClass.Row, sequence, FormattableString.Invariant($"the root that the assessment names over {headSequence} records is {headRoot}, these records give {root}"));
        }
    }

    private void Uneven(long sequence, RunExpectation run, FormattableString detail) => faults.Add(FaultClass.Arithmetic, sequence, $"run {run.Id}: {FormattableString.Invariant(detail)}");

    private static long Flag(bool? truth) => truth == true ? 1 : 0;

    private static (string Case, string Role, long Repeat) Key(string trial)
    {
        var repeat = trial.LastIndexOf('/');
        var role = repeat > 0 ? trial.LastIndexOf('/', repeat - 1) : -1;
        return role > 0 && long.TryParse(trial[(repeat + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (trial[..role], trial[(role + 1)..repeat], number) : throw new InvalidOperationException($"\"{trial}\" names no trial");
    }
}
