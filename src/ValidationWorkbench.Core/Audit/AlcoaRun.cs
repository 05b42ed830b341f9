using System.Text.Json;

namespace ValidationWorkbench.Audit;

/// <summary>What was seen of a run so far.</summary>
internal sealed class AlcoaRun
{
    private static readonly string[] AfterStart = [AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.RunCompleted, AuditAction.RunInterrupted, AuditAction.RunResumed];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public AlcoaRun(AuditEntry first)
    {
        IsPlanned = first.Action == AuditAction.RunPlanned;
        Models = IsPlanned ? ModelsIn(first.After) : [];
    }

    public RunArithmetic Arithmetic { get; } = new();

    public bool IsPlanned { get; }

    public bool HasResults { get; set; }

    /// <summary>Names of the models of the run.</summary>
    public HashSet<string> Models { get; }

    /// <summary>True where this may come after what was seen before.</summary>
    public bool Follows(string action)
    {
        var may = action == AuditAction.RunPlanned ? seen.Count == 0
            : action == AuditAction.RunStarted ? seen.Contains(AuditAction.RunPlanned) && !seen.Contains(AuditAction.RunStarted)
            : AfterStart.Contains(action) ? seen.Contains(AuditAction.RunStarted) && !seen.Contains(AuditAction.RunCompleted)
            : action is not (AuditAction.DocumentsIssued or AuditAction.DocumentsRendered) || seen.Contains(AuditAction.RunAssessed);
        seen.Add(action);
        return may;
    }

    private static HashSet<string> ModelsIn(string? after)
    {
        try
        {
            using var document = JsonDocument.Parse(after ?? "{}");
            var configuration = document.RootElement.GetProperty("configuration");
            JsonElement[] models = [configuration.GetProperty("baseline"), configuration.GetProperty("candidate")];
            return [.. models.SelectMany(model => new[] { model.GetProperty("name"), model.GetProperty("model") }).Select(name => name.GetString()!)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A state that cannot be read is found by its own check.
            return [];
        }
    }
}
