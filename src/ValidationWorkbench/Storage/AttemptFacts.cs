using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>What the audit record of an attempt says about it, in one form for writing and for checking.</summary>
public static class AttemptFacts
{
    /// <summary>JSON text.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="model">Display name of the model asked.</param>
    public static string Write(Attempt attempt, string model)
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
            attempt.LatencyMicros,
            startedAt = Microseconds.Write(attempt.StartedMicros),
            attempt.PromptTokens,
            attempt.CompletionTokens,
        }));
    }
}
