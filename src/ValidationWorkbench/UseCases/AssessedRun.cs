using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>A run with everything that was computed from its records.</summary>
public sealed record AssessedRun
{
    public required Run Run { get; init; }

    public required RunConfiguration Configuration { get; init; }

    public required ValidationPlan Plan { get; init; }

    /// <summary>SHA-256 of that plan: the one frozen with the run, unless a re-scoring named another.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Texts of the prompt files frozen with the run, by task.</summary>
    public required IReadOnlyDictionary<CaseTask, string> Prompts { get; init; }

    public required IReadOnlyList<CaseSet> CaseSets { get; init; }

    /// <summary>Document templates frozen with the run.</summary>
    public required Lazy<TemplateSet> Templates { get; init; }

    public required ScoredRun Scored { get; init; }

    public required RunAssessment Assessment { get; init; }

    /// <summary>The recommendation; that of a GO names earlier tries, which are no part of the results.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <summary>How often its plan was tried with its candidate.</summary>
    public required RunTries Tries { get; init; }

    public required RunResults Results { get; init; }

    /// <summary>Hash of the results' canonical JSON.</summary>
    public required string ResultsSha256 { get; init; }

    /// <summary>Last attempts of all finished trials, in the order of cases, models and repeats.</summary>
    public required IReadOnlyList<Attempt> LastAttempts { get; init; }

    /// <summary>All attempts, those that failed or were cancelled included, in the order of cases, models, repeats and numbers.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>Tokens used by all attempts: baseline, candidate.</summary>
    public required IReadOnlyList<TokenUsage> Usage { get; init; }

    /// <summary>Number of the assessment on record; null where it was computed without being recorded.</summary>
    public int? Number { get; init; }

    /// <summary>Assessments that were on record before this one, oldest first.</summary>
    public IReadOnlyList<AssessmentEntry> Earlier { get; init; } = [];

    /// <summary>Trials of both models together.</summary>
    public ModelTotals Total => Assessment.Totals[0] + Assessment.Totals[1];
}
