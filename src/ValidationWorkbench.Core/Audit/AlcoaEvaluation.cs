using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Audit;

/// <summary>
/// Evaluates records against ALCOA+ by what can be computed. All records of the log are given in ascending order; those outside of the scope count only for what
/// holds between neighbours. Nothing here says that records satisfy a regulation: it says which checks held, with counts, and what no program can check.
/// </summary>
public sealed partial class AlcoaEvaluation
{
    /// <summary>Longest time between event and record that still counts as "when it happened". One commit takes far less.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private static readonly string[] ByProgram =
    [
        AuditAction.LogCreated, AuditAction.WarmedUp, AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.SequentialAsked,
        AuditAction.SequentialStopped, AuditAction.EmbeddingsReceived, AuditAction.EmbeddingsFailed,
    ];
    private static readonly string[] NeedingReason =
    [
        AuditAction.Refused, AuditAction.RunInterrupted, AuditAction.AttemptFailed, AuditAction.SequentialStopped, AuditAction.EmbeddingsFailed,
        AuditAction.KeyRotated, AuditAction.Restored,
    ];

    private readonly AlcoaTally named = new(AlcoaPrinciple.Attributable, "every record names an actor with id, printed name, role and how the identity was established");
    private readonly AlcoaTally separated = new(AlcoaPrinciple.Attributable, "what the program does by itself is under its reserved id, and nothing else is");
    private readonly AlcoaTally notModel = new(AlcoaPrinciple.Attributable, "no language model is named as the one who acts");
    private readonly AlcoaTally worded = new(AlcoaPrinciple.Legible, "every action has a plain text");
    private readonly AlcoaTally readable = new(AlcoaPrinciple.Legible, "states before and after are JSON that reads back", "states");
    private readonly AlcoaTally prompt = new(AlcoaPrinciple.Contemporaneous, FormattableString.Invariant($"recorded not before it happened, and within {LongestDelay.TotalSeconds:0} seconds unless a record says that the clock was set back"));
    private readonly AlcoaTally steady = new(AlcoaPrinciple.Contemporaneous, "between neighbours under one boot, wall clock and monotonic clock agree, or a record says why not", "pairs of neighbours");
    private readonly AlcoaTally raw = new(AlcoaPrinciple.Original, "every call has its raw request, and every answered one its raw reply, as evidence that is still there", "calls");
    private readonly AlcoaTally rescored = new(AlcoaPrinciple.Accurate, "scoring the stored raw replies again gives the results on record", "assessments");
    private readonly AlcoaTally counted = new(AlcoaPrinciple.Complete, "planned = answered + without answer + open at every start, stop and assessment, and no attempt is left out", "runs");
    private readonly AlcoaTally reasoned = new(AlcoaPrinciple.Complete, "refusals, failures, interruptions, departures from a plan, new keys and restores have a reason");
    private readonly AlcoaTally ordered = new(AlcoaPrinciple.Consistent, "planned, started, called, completed, assessed, documented: in this order");
    private readonly AlcoaTally timed = new(AlcoaPrinciple.Consistent, "every time within a state is ISO 8601 in UTC with microseconds", "times");
    private readonly AlcoaTally planned = new(AlcoaPrinciple.Traceable, "every record of a run leads back to the record that planned it, and to its configuration");
    private readonly AlcoaTally assessed = new(AlcoaPrinciple.Traceable, "every issued document follows an assessment whose results are evidence", "issues of documents");

    private readonly Dictionary<string, AlcoaRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unverified = new(StringComparer.Ordinal);
    private readonly HashSet<string> named256 = new(StringComparer.Ordinal);
    private readonly AlcoaFacts facts;
    private readonly string? runId;
    private readonly List<long> recovered = [];
    private AuditRecord? previous;
    private long standsAt = -1;
    private long inScope;
    private long exports;

    /// <summary>Begins an evaluation.</summary>
    /// <param name="facts">State of what is stored beside the records.</param>
    /// <param name="runId">Run to look at; null for all records.</param>
    public AlcoaEvaluation(AlcoaFacts facts, string? runId)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (this.facts, this.runId) = (facts, runId);
    }

    /// <summary>Takes in the next record of the log.</summary>
    public void Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Entry.Action == AuditAction.Recovered)
        {
            recovered.Add(record.Sequence);
        }
        else if (ExplainsClock(record))
        {
            standsAt = record.AtMicros;
        }

        if (IsInScope(record.Entry))
        {
            inScope++;
            Look(record);
        }

        previous = record;
    }

    /// <summary>What came of it.</summary>
    public AlcoaReport Finish()
    {
        foreach (var run in runs.Values)
        {
            counted.Add(run.Arithmetic.Faults.Count == 0 ? 0 : run.Arithmetic.Faults[0].Sequence, run.Arithmetic.Faults.Count == 0, () => run.Arithmetic.Faults[0].Detail);
        }

        AlcoaCheck[] checks =
        [
            .. new[] { named, separated, notModel, worded, readable, prompt, steady, raw, rescored, counted, reasoned, ordered, timed, planned, assessed }.Select(tally => tally.ToCheck()),
            Trail(AlcoaPrinciple.Legible, "every record reads by the documented layout", FaultClass.Layout),
            Trail(AlcoaPrinciple.Contemporaneous, "the time of recording never goes back", FaultClass.Time),
            Trail(AlcoaPrinciple.Accurate, "no record was edited: every hash and every link holds", FaultClass.Hash, FaultClass.Link),
            Trail(AlcoaPrinciple.Complete, "no sequence is missing, and all records are of one log", FaultClass.Gap, FaultClass.Log),
            Trail(AlcoaPrinciple.Available, "the columns by which records are searched say what the records say", FaultClass.Column),
            Evidence(),
            Anchor(),
            Exports(),
            Unnamed(),
        ];
        return new AlcoaReport(runId, inScope, [.. Enum.GetValues<AlcoaPrinciple>().Select(attribute =>
            new AlcoaResult(attribute, [.. checks.Where(check => check.Attribute == attribute)], Procedure(attribute)))]);
    }

    private static bool DepartsFromPlan(AuditEntry entry)
    {
        if (entry is not { Action: AuditAction.RunPlanned, After: { } after })
        {
            return false;
        }

        try
        {
            using var state = JsonDocument.Parse(after);
            return state.RootElement.TryGetProperty("configuration", out var configuration)
                && configuration.TryGetProperty("deviations", out var deviations) && deviations.GetArrayLength() > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What is wrong with the state is told by the check of states.
            return false;
        }
    }

    private bool IsInScope(AuditEntry entry) => runId is null || entry.RunId == runId || (entry.RunId.Length == 0 && entry.EntityType == "log");

    private void Look(AuditRecord record)
    {
        var entry = record.Entry;
        LookAtActor(record);
        LookAtTime(record);
        worded.Add(record.Sequence, AuditAction.Texts.ContainsKey(entry.Action), () => $"\"{entry.Action}\"");
        if (NeedingReason.Contains(entry.Action) || DepartsFromPlan(entry))
        {
            reasoned.Add(record.Sequence, !string.IsNullOrWhiteSpace(entry.Reason), () => entry.Action);
        }

        LookAtState(record, entry.Before);
        LookAtState(record, entry.After);
        named256.UnionWith(entry.Action == AuditAction.DocumentsIssued ? [] : entry.Attachments.Select(attachment => attachment.Sha256));
        exports += entry.Action == AuditAction.Exported ? 1 : 0;
        if (entry.Action is AuditAction.TrialFinished or AuditAction.AttemptFailed)
        {
            var names = entry.Attachments.Select(attachment => attachment.Name).ToList();
            var isThere = entry.Attachments.All(attachment => !facts.EvidenceLost.Contains(attachment.Sha256));
            raw.Add(record.Sequence, isThere && (names is ["request", "reply"] || (names is ["request"] && entry.Reason is not null)),
                () => $"{entry.EntityId}: {(isThere ? "request or reply is not on record" : "its evidence is missing or was altered")}");
        }

        if (entry.RunId.Length > 0 && entry.Action != AuditAction.DriftChecked)
        {
            LookAtRun(record);
        }
    }

    private void LookAtActor(AuditRecord record)
    {
        var actor = record.Entry.Actor;
        named.Add(record.Sequence, new[] { actor.Id, actor.Name, actor.Role, actor.EstablishedBy }.All(text => !string.IsNullOrWhiteSpace(text)), () => $"actor \"{actor.Id}\"");
        var isProgram = actor == Actor.Workbench;
        separated.Add(record.Sequence, actor.Id == Actor.Workbench.Id ? isProgram : !ByProgram.Contains(record.Entry.Action), () => $"{record.Entry.Action} by \"{actor.Id}\" ({actor.EstablishedBy})");
        if (actor.EstablishedBy.Contains("unverified", StringComparison.Ordinal))
        {
            unverified[actor.Id] = unverified.GetValueOrDefault(actor.Id) + 1;
        }
    }

    private void LookAtTime(AuditRecord record)
    {
        var delay = record.AtMicros - record.OccurredMicros;

        // After a step back the log stands still until that time has come again, and the event keeps what the clock showed.
        prompt.Add(record.Sequence, delay >= 0 && (delay <= LongestDelay.TotalMicroseconds || record.AtMicros == standsAt), () => FormattableString.Invariant($"{delay / 1e6:0.######} seconds from event to record"));
        if (previous is { } before && before.BootId == record.BootId && record.BootId != Guid.Empty)
        {
            var gap = record.AtMicros - before.AtMicros - (record.MonotonicMicros - before.MonotonicMicros);
            steady.Add(record.Sequence, Math.Abs(gap) <= LongestDelay.TotalMicroseconds || ExplainsClock(record) || ExplainsClock(before),
                () => FormattableString.Invariant($"the wall clock moved {gap / 1e6:0.######} seconds more than the monotonic one"));
        }
    }

    private static bool ExplainsClock(AuditRecord record) => record.Entry.Action == AuditAction.ClockStepped;

    private void LookAtState(AuditRecord record, string? json)
    {
        if (json is null)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            readable.Add(record.Sequence, true, () => string.Empty);
            LookAtTimes(record, document.RootElement);
        }
        catch (JsonException exception)
        {
            readable.Add(record.Sequence, false, () => exception.Message);
        }
    }

    private void LookAtTimes(AuditRecord record, JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in state.EnumerateObject())
        {
            if (member.Name.EndsWith("At", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String)
            {
                timed.Add(record.Sequence, TimeForm().IsMatch(member.Value.GetString()!), () => $"{member.Name} \"{member.Value}\"");
            }

            LookAtTimes(record, member.Value);
        }
    }

    private void LookAtRun(AuditRecord record)
    {
        var entry = record.Entry;
        if (!runs.TryGetValue(entry.RunId, out var run))
        {
            runs[entry.RunId] = run = new AlcoaRun(entry);
        }

        run.Arithmetic.Add(record);
        planned.Add(record.Sequence, run.IsPlanned && (entry.ConfigurationSha256 is null || entry.ConfigurationSha256 == run.Arithmetic.ConfigurationSha256), () => $"{entry.Action} of run {entry.RunId}");
        notModel.Add(record.Sequence, !run.Models.Contains(entry.Actor.Id), () => $"\"{entry.Actor.Id}\"");
        ordered.Add(record.Sequence, run.Follows(entry.Action), () => $"{entry.Action} of run {entry.RunId}");
        if (entry.Action == AuditAction.RunAssessed && facts.Rescored.TryGetValue(record.Sequence, out var holds))
        {
            rescored.Add(record.Sequence, holds, () => $"an assessment of run {entry.RunId}");
        }

        if (entry.Action == AuditAction.DocumentsIssued)
        {
            assessed.Add(record.Sequence, run.HasResults, () => $"run {entry.RunId} had no assessment with results");
        }

        run.HasResults |= entry.Action == AuditAction.RunAssessed && entry.Attachments.Any(attachment => attachment.Name == "results" && !facts.EvidenceLost.Contains(attachment.Sha256));
    }

    private AlcoaCheck Trail(AlcoaPrinciple attribute, string statement, params FaultClass[] kinds)
    {
        var faults = facts.TrailFaults.Where(fault => kinds.Contains(fault.Class)).ToList();
        return new AlcoaCheck(
            attribute, statement, previous is null ? AlcoaOutcome.NotApplicable : faults.Count == 0 ? AlcoaOutcome.Pass : AlcoaOutcome.Fail,
            previous is null ? "no records to look at"
            : faults.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"all {previous.Sequence} records of the log")
            : string.Join("; ", faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"record {fault.Sequence}: {fault.Detail}"))),
            [.. faults.Select(fault => fault.Sequence).OfType<long>().Distinct().Take(AlcoaCheck.MostSequences)]);
    }

    private AlcoaCheck Evidence()
    {
        var lost = named256.Where(facts.EvidenceLost.Contains).Order(StringComparer.Ordinal).ToList();
        return new AlcoaCheck(
            AlcoaPrinciple.Enduring, "all evidence that the records name is there and gives its hash", named256.Count == 0 ? AlcoaOutcome.NotApplicable : lost.Count == 0 ? AlcoaOutcome.Pass : AlcoaOutcome.Fail,
            string.Create(CultureInfo.InvariantCulture, $"{named256.Count - lost.Count} of {named256.Count} pieces that the records name{(lost.Count == 0 ? string.Empty : $"; missing or altered: {lost[0]}")}"), []);
    }

    private AlcoaCheck Anchor()
    {
        var (outcome, evidence) = facts switch
        {
            { AnchorFault: { } fault } => (AlcoaOutcome.Fail, fault),
            { AnchoredRecords: null } => (AlcoaOutcome.NotApplicable, "no checkpoint was found outside of the records, so that all of them could have been replaced"),
            { AnchoredRecords: { } size } when size < previous?.Sequence => (AlcoaOutcome.Fail, string.Create(CultureInfo.InvariantCulture, $"{previous.Sequence - size} records after the latest checkpoint, which is over {size}")),
            { AnchoredRecords: { } size } => (AlcoaOutcome.Pass, string.Create(CultureInfo.InvariantCulture, $"a signed checkpoint over {size} records, whose root is theirs")),
        };
        return new AlcoaCheck(AlcoaPrinciple.Enduring, "a signed checkpoint outside of the records covers all of them", outcome, evidence + Recovered(), [.. recovered.Take(AlcoaCheck.MostSequences)]);
    }

    /// <summary>A checkpoint made at a later start vouches from then on only: what a crash left and what somebody added before look the same.</summary>
    private string Recovered() => recovered.Count == 0 ? string.Empty : string.Create(
        CultureInfo.InvariantCulture,
        $"; later starts that found records without a checkpoint and put them under one: {recovered.Count}, and nothing vouches for who added those");

    private AlcoaCheck Exports() => new(
        AlcoaPrinciple.Available, "an export that is read without the workbench has been made", exports == 0 ? AlcoaOutcome.NotApplicable : AlcoaOutcome.Pass,
        exports == 0 ? "no export is on record" : string.Create(CultureInfo.InvariantCulture, $"{exports} exports on record, each checked before it was handed out"), []);

    private AlcoaCheck Unnamed() => new(
        AlcoaPrinciple.Traceable, "every stored piece of evidence is named by a record",
        runId is not null || facts.EvidenceChecked == 0 ? AlcoaOutcome.NotApplicable : facts.EvidenceUnnamed.Count == 0 ? AlcoaOutcome.Pass : AlcoaOutcome.Fail,
        runId is not null ? "looked at with all records only"
        : facts.EvidenceUnnamed.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{facts.EvidenceChecked} pieces")
        : string.Create(CultureInfo.InvariantCulture, $"{facts.EvidenceUnnamed.Count} of {facts.EvidenceChecked} pieces not; the first: {facts.EvidenceUnnamed[0]}"), []);

    private List<string> Procedure(AlcoaPrinciple attribute) => attribute switch
    {
        AlcoaPrinciple.Attributable =>
        [
            .. unverified.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value} records by \"{entry.Key}\": the name is attribution, nobody verified the identity")),
            "accounts that belong to one person each, and their roles",
        ],
        AlcoaPrinciple.Legible => ["that the readers concerned understand what they read"],
        AlcoaPrinciple.Contemporaneous => ["that the clock of the machine was right (time synchronisation)"],
        AlcoaPrinciple.Original => ["that an endpoint answered with what its model produced"],
        AlcoaPrinciple.Accurate => ["that the expected answers are true (verification by named experts)"],
        AlcoaPrinciple.Complete => ["that nothing was tried outside of these records"],
        AlcoaPrinciple.Consistent => ["that units and rounding mean the same to everybody concerned"],
        AlcoaPrinciple.Enduring => ["retention period, backups and tested restores", "that the anchor and its key are kept by somebody else than the operator"],
        AlcoaPrinciple.Available => ["that an inspector gets the records within the time that is expected"],
        _ => ["that requirements and their sources outside of the plan are traced"],
    };

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z\z")]
    private static partial Regex TimeForm();
}
