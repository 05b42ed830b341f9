using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>
/// What the audit record of an attempt says about it: every column of its row that the record does not hold otherwise, and of the trial's
/// row where the attempt ended it.
/// </summary>
public static class AttemptFacts
{
    /// <summary>JSON text.</summary>
    /// <param name="attempt">The attempt, its texts fit for a record.</param>
    /// <param name="model">Display name of the model asked.</param>
    /// <param name="trial">The trial that the attempt ended; null where it goes on.</param>
    public static string Write(Attempt attempt, string model, Trial? trial = null)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return AuditText.Clean(CanonicalJson.WriteText(new
        {
            model,
            attempt = attempt.Number,
            attempt.HttpStatus,
            attempt.ServedModel,
            attempt.SystemFingerprint,
            attempt.FinishReason,
            attempt.ReplyId,
            attempt.ServedBy,
            attempt.LatencyMicros,
            attempt.FirstTokenMicros,
            startedAt = Microseconds.Write(attempt.StartedMicros),
            attempt.PromptTokens,
            attempt.CompletionTokens,
            attempt.CachedTokens,
            attempt.Leaked,
            headers = attempt.Headers is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(attempt.Headers),
            attempt.TransportError,
            attempt.Cancelled,
            trial = trial is null ? null : new { trial.Position, trial.Attempts, finishedAt = Microseconds.Write(trial.FinishedMicros) },
        }));
    }
}
