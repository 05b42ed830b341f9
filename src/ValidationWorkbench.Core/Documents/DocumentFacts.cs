using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Documents;

/// <summary>Everything that documents are made from. It comes from the records alone, so the same records give the same documents.</summary>
public sealed record DocumentFacts
{
    public required string RunId { get; init; }

    public required long PlannedMicros { get; init; }

    public required RunConfiguration Configuration { get; init; }

    public required ValidationPlan Plan { get; init; }

    /// <summary>The documents of the package, in order.</summary>
    public required IReadOnlyList<DocumentKind> Documents { get; init; }

    /// <summary>Texts of the frozen prompt files by task, lines separated by a line feed.</summary>
    public required IReadOnlyDictionary<CaseTask, string> Prompts { get; init; }

    /// <summary>How they look.</summary>
    public required DocumentStyle Style { get; init; }

    public required IReadOnlyList<CaseSet> CaseSets { get; init; }

    public required ScoredRun Scored { get; init; }

    public required RunAssessment Assessment { get; init; }

    public required Recommendation Recommendation { get; init; }

    /// <summary>How often the plan was tried with the candidate.</summary>
    public required RunTries Tries { get; init; }

    public required string ResultsSha256 { get; init; }

    /// <summary>Last attempts of all finished trials, in the order of cases, models and repeats.</summary>
    public required IReadOnlyList<Attempt> LastAttempts { get; init; }

    /// <summary>All attempts, those that failed or were cancelled included, in the order of cases, models, repeats and numbers.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>Tokens used: baseline, candidate.</summary>
    public required IReadOnlyList<TokenUsage> Usage { get; init; }

    /// <summary>Number of the assessment and when it was recorded.</summary>
    public required int AssessmentNumber { get; init; }

    public required long AssessedMicros { get; init; }

    /// <summary>The assessment that holds instead of this one, as of the record that the documents are made for; null where there is none.</summary>
    public LaterAssessment? SupersededBy { get; init; }

    /// <summary>Workbench that assessed.</summary>
    public required string Tool { get; init; }

    /// <summary>Identity of the log, which its checkpoints carry in their origin.</summary>
    public required Guid LogId { get; init; }

    /// <summary>Records in the audit trail when the results were known, and the hash of the last.</summary>
    public required long HeadSequence { get; init; }

    public required string HeadHash { get; init; }

    /// <summary>Root of the Merkle tree over these records, lower-case hex: what a checkpoint of this size signs.</summary>
    public required string HeadRoot { get; init; }

    /// <summary>All runs in the records at that time, in the order planned.</summary>
    public required IReadOnlyList<RunHistoryEntry> History { get; init; }

    /// <summary>Accepted runs of the same cases and candidate at that time, with this run as the last; none where it can be in no series.</summary>
    public RunSeries Series { get; init; } = RunSeries.None;

    /// <summary>Drift checks of the use on record at that time, in their order.</summary>
    public IReadOnlyList<DriftCheckEntry> DriftChecks { get; init; } = [];

    /// <summary>The audit trail of the run as of that head.</summary>
    public required TrailFacts Trail { get; init; }

    /// <summary>SHA-256 of the plan whose criteria were applied: the one frozen with the run, unless a later assessment named another.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Self-test of the installation that assessed; null where the record of the assessment tells of none.</summary>
    public SelfTestSummary? SelfTest { get; init; }

    /// <summary>All cases with their tasks.</summary>
    public IReadOnlyList<(CaseTask Task, TestCase Case)> Cases => Scored.Cases;

    /// <summary>Hash of the configuration's canonical JSON: the run's fingerprint.</summary>
    public required string ConfigurationSha256 { get; init; }
}
