namespace ValidationWorkbench.Audit;

/// <summary>The words for what is put on record.</summary>
public static class AuditAction
{
    public const string LogCreated = "log-created";
    public const string RunPlanned = "run-planned";
    public const string RunStarted = "run-started";
    public const string RunResumed = "run-resumed";
    public const string WarmedUp = "warmed-up";
    public const string AttemptFailed = "attempt-failed";
    public const string TrialFinished = "trial-finished";
    public const string RunInterrupted = "run-interrupted";
    public const string RunCompleted = "run-completed";
    public const string SequentialAsked = "sequential-asked";
    public const string SequentialStopped = "sequential-stopped";
    public const string EmbeddingsReceived = "embeddings-received";
    public const string EmbeddingsFailed = "embeddings-failed";
    public const string DifferencesDisposed = "differences-disposed";
    public const string RunAssessed = "run-assessed";
    public const string DocumentsIssued = "documents-issued";
    public const string DocumentsRendered = "documents-rendered";
    public const string Exported = "exported";
    public const string DriftChecked = "drift-checked";
    public const string BaselineRecorded = "baseline-recorded";
    public const string ClockStepped = "clock-stepped";
    public const string BackedUp = "backed-up";
    public const string KeyRotated = "key-rotated";
    public const string Timestamped = "timestamped";
    public const string Recovered = "recovered";
    public const string Restored = "restored";
    public const string Refused = "refused";

    /// <summary>Plain text of every action, for people who read the trail.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [LogCreated] = "The records folder was set up",
        [RunPlanned] = "Plan, cases, prompts and templates were frozen and the run was planned",
        [RunStarted] = "The first call of the run was about to be made",
        [RunResumed] = "The run went on where it had stopped",
        [WarmedUp] = "A model was asked once before its first trial; its reply is kept and not scored",
        [AttemptFailed] = "A call brought no answer; it was tried again, or the run was stopped",
        [TrialFinished] = "A trial was finished, with or without an answer",
        [RunInterrupted] = "The run stopped before every trial was finished",
        [RunCompleted] = "Every planned trial was finished",
        [SequentialAsked] = "A case was asked again with no other call under way; the reply is shown and decides nothing",
        [SequentialStopped] = "Not every case was asked again one call at a time, which decides nothing",
        [EmbeddingsReceived] = "Embeddings of the OQ suites of a case were received; they are shown and decide nothing",
        [EmbeddingsFailed] = "No embeddings of the OQ suites of a case were received, which decides nothing",
        [DifferencesDisposed] = "Experts judged critical differences between the OQ suites of the models",
        [RunAssessed] = "Scores were computed from the stored replies and assessed by the plan's criteria",
        [DocumentsIssued] = "The package was written",
        [DocumentsRendered] = "Documents were rendered beside the package, which stayed as it was",
        [Exported] = "The records of the run were exported as a bundle that can be checked without the workbench",
        [DriftChecked] = "A later run or answers in production were compared with a reference run",
        [BaselineRecorded] = "The baseline was asked alone, and its answers were kept as a recording that a plan can pin",
        [ClockStepped] = "The clock of the machine was set, or the machine slept; the log's own time goes on",
        [BackedUp] = "The records were copied to another place",
        [KeyRotated] = "The checkpoints of the audit trail got a new signing key; the key before signed this record",
        [Timestamped] = "A time-stamping authority signed for the time of a checkpoint",
        [Recovered] = "Records were found behind the last checkpoint, as a crash leaves them, and were put under a new one",
        [Restored] = "The records were brought back from a backup; those above are all that it held",
        [Refused] = "A request was refused or failed",
    };
}
