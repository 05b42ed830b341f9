using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Audit;

/// <summary>
/// Counts the trials of one run by its audit records alone, and compares with what the records themselves say: no trial twice, no attempt left out, and at
/// every start, stop and assessment planned = answered + without answer + open. Records come in ascending order.
/// </summary>
public sealed partial class RunArithmetic
{
    private static readonly string[] Stating = [AuditAction.RunStarted, AuditAction.RunResumed, AuditAction.RunInterrupted, AuditAction.RunCompleted, AuditAction.RunAssessed];
    private static readonly string[] AnsweredNames = ["answered", "passed", "failed", "undecided", "unscored"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<RecordFault> faults = [];
    private readonly Dictionary<string, bool> finished = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);
    private string? configuration;
    private int repeats;
    private bool hasBegun;

    /// <summary>Trials planned; null before a record says so.</summary>
    public int? Planned { get; private set; }

    /// <summary>SHA-256 of the configuration that the run began with; null before its first record.</summary>
    public string? ConfigurationSha256 => configuration;

    /// <summary>That configuration as JSON text, as the first record tells it.</summary>
    public string? Configuration { get; private set; }

    /// <summary>Trials finished with an answer.</summary>
    public int Answered => finished.Values.Count(isAnswered => isAnswered);

    /// <summary>Trials finished without an answer.</summary>
    public int Unanswered => finished.Count - Answered;

    /// <summary>Attempts on record, failed ones included.</summary>
    public int Attempts => attempts.Values.Sum();

    /// <summary>True where a record says that every planned trial is finished.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>What does not fit, in the order found.</summary>
    public IReadOnlyList<RecordFault> Faults => faults;

    /// <summary>Counts on with the next record of the run.</summary>
    public void Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            using var after = JsonDocument.Parse(record.Entry.After ?? "{}", Strict);
            Check(record, after.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            faults.Add(new RecordFault(record.Sequence, $"what the record says of itself cannot be read: {exception.Message}"));
        }
    }

    private void Check(AuditRecord record, JsonElement after)
    {
        var entry = record.Entry;
        CheckConfiguration(record, after);
        if (entry.Action is AuditAction.TrialFinished or AuditAction.AttemptFailed)
        {
            CheckAttempt(record, after);
        }

        if (Stating.Contains(entry.Action))
        {
            CheckCounts(record, after.GetProperty("counts"));
        }
    }

    private void CheckConfiguration(AuditRecord record, JsonElement after)
    {
        var entry = record.Entry;
        if (!hasBegun && entry.Action == AuditAction.RunPlanned)
        {
            (configuration, Planned) = (entry.ConfigurationSha256, after.GetProperty("planned").GetInt32());
            repeats = after.GetProperty("configuration").GetProperty("repeats").GetInt32();
            Configuration = after.GetProperty("configuration").GetRawText();
        }

        Require(record, hasBegun != (entry.Action == AuditAction.RunPlanned) && (entry.ConfigurationSha256 is null || entry.ConfigurationSha256 == configuration),
            "the record is not under the one configuration that the run began with");
        hasBegun = true;
    }

    private void CheckAttempt(AuditRecord record, JsonElement after)
    {
        var entry = record.Entry;
        var trial = TrialName().Match(entry.EntityId);
        var number = attempts[entry.EntityId] = attempts.GetValueOrDefault(entry.EntityId) + 1;
        Require(record, trial.Success && int.Parse(trial.Groups[1].ValueSpan, CultureInfo.InvariantCulture) <= repeats, $"{entry.EntityId} is no trial of this run");
        Require(record, !finished.ContainsKey(entry.EntityId), $"{entry.EntityId} was finished before");
        Require(record, after.GetProperty("attempt").GetInt32() == number, $"an attempt of {entry.EntityId} before this one is missing");
        var names = entry.Attachments.Select(attachment => attachment.Name).ToList();
        Require(record, names is ["request", "reply"] || (names is ["request"] && entry.Reason is not null), $"{entry.EntityId}: request or reply is missing");
        if (entry.Action == AuditAction.TrialFinished)
        {
            finished[entry.EntityId] = entry.Reason is null;
        }
    }

    private void CheckCounts(AuditRecord record, JsonElement counts)
    {
        int Told(string name) => counts.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
        var planned = Planned ?? 0;
        int[] told = [Told("planned"), AnsweredNames.Sum(Told), Told("error"), Told("aborted")];
        int[] given = [planned, Answered, Unanswered, planned - finished.Count];
        Require(record, told.SequenceEqual(given), $"it says planned, answered, without answer, open = {Text(told)}; the records give {Text(given)}");
        IsCompleted |= record.Entry.Action == AuditAction.RunCompleted;
        Require(record, given[3] >= 0 && (given[3] == 0 || record.Entry.Action != AuditAction.RunCompleted), string.Create(CultureInfo.InvariantCulture, $"{finished.Count} of {planned} trials are finished"));
    }

    private void Require(AuditRecord record, bool holds, string detail)
    {
        if (!holds)
        {
            faults.Add(new RecordFault(record.Sequence, detail));
        }
    }

    private static string Text(int[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^.+/(?:Baseline|Candidate)/([1-9][0-9]{0,8})\z", RegexOptions.Singleline)]
    private static partial Regex TrialName();
}
