using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>What the audit trail says must stand in the other tables, each row as one line, and what does stand there.</summary>
internal sealed class RecordedRows
{
    private readonly HashSet<string> expected = new(StringComparer.Ordinal);

    /// <summary>Takes in a record.</summary>
    public void Add(AuditEntry entry)
    {
        if (entry.Action is AuditAction.TrialFinished or AuditAction.AttemptFailed)
        {
            expected.Add($"attempt {entry.RunId} {entry.EntityId} {entry.Reason is null} {string.Join(' ', entry.Attachments.Select(attachment => attachment.Sha256))} {entry.After}");
        }

        _ = entry.Action switch
        {
            AuditAction.TrialFinished => expected.Add($"trial {entry.RunId} {entry.EntityId} {entry.Reason is null}"),
            AuditAction.RunPlanned => expected.Add($"run {entry.RunId} {entry.Attachments.Single(attachment => attachment.Name == "configuration").Sha256}"),
            AuditAction.RunAssessed => expected.Add(Assessment(entry)),
            _ => false,
        };
    }

    /// <summary>The rows that stand in the tables.</summary>
    public static HashSet<string> Stored(WorkbenchDbContext context)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var models = context.Runs.AsNoTracking().ToDictionary(run => run.Id, run => (run.Baseline, run.Candidate));
        rows.UnionWith(context.Runs.AsNoTracking().AsEnumerable().Select(run => $"run {run.Id} {run.ConfigurationSha256}"));
        rows.UnionWith(context.Assessments.AsNoTracking().AsEnumerable().Select(entry => DescribeAssessment(entry.RunId, entry.Number, entry.Outcome, entry.PlanSha256, entry.ResultsSha256)));
        rows.UnionWith(context.Trials.AsNoTracking().AsEnumerable().Select(trial => $"trial {trial.RunId} {trial.Key} {trial.Answered}"));
        rows.UnionWith(context.Attempts.AsNoTracking().AsEnumerable().Select(attempt => Describe(attempt, models)));
        return rows;
    }

    /// <summary>What is missing on either side.</summary>
    /// <param name="before">Rows read before the trail.</param>
    /// <param name="readAgain">Reads the rows again, for those that were added meanwhile.</param>
    public IEnumerable<string> Compare(HashSet<string> before, Func<HashSet<string>> readAgain)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(readAgain);
        var missing = expected.Except(before).ToList();
        if (missing.Count > 0)
        {
            missing = [.. missing.Except(readAgain())];
        }

        return before.Except(expected).Order(StringComparer.Ordinal).Select(row => $"{row}: this row has no audit record that says the same")
            .Concat(missing.Order(StringComparer.Ordinal).Select(row => $"{row}: the audit trail says so, but no such row is stored"));
    }

    private static string Assessment(AuditEntry entry)
    {
        using var after = JsonDocument.Parse(entry.After!);
        var root = after.RootElement;
        return DescribeAssessment(
            entry.RunId!, root.GetProperty("assessment").GetInt32(), root.GetProperty("outcome").GetString()!, root.GetProperty("planSha256").GetString()!,
            entry.Attachments.Single(attachment => attachment.Name == "results").Sha256);
    }

    private static string DescribeAssessment(string runId, int number, string outcome, string planSha256, string resultsSha256) =>
        string.Create(CultureInfo.InvariantCulture, $"assessment {runId} {number} {outcome} plan {planSha256} results {resultsSha256}");

    private static string Describe(Attempt attempt, Dictionary<string, (string Baseline, string Candidate)> models)
    {
        var key = new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat);
        var (baseline, candidate) = models.GetValueOrDefault(attempt.RunId);
        var hashes = attempt.ReplySha256 is null ? attempt.RequestSha256 : $"{attempt.RequestSha256} {attempt.ReplySha256}";
        return $"attempt {attempt.RunId} {key} {attempt.Answered} {hashes} {AttemptFacts.Write(attempt, attempt.Role == Models.ModelRole.Baseline ? baseline : candidate)}";
    }
}
