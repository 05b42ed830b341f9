using System.Text.Json.Serialization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Decisions;

/// <summary>
/// All that a run showed, without instants, host or ids: the same plan, cases and attempts give the same results to the last digit. Of latencies only
/// what a latency criterion counted is in it, the share of calls within its limit with bounds and verdict; a live repetition of a run can differ
/// there though every answer is the same. Its canonical JSON is hashed as <c>resultsSha256</c>.
/// </summary>
public sealed record RunResults
{
    /// <summary>Plan whose criteria were applied: the one frozen with the run, unless a later assessment used another.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Hashes of the case sets in their order.</summary>
    public required IReadOnlyList<string> CaseSetSha256 { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<ModelSpec> Models { get; init; }

    public required int Repeats { get; init; }

    public required long Seed { get; init; }

    /// <summary>GO, NO-GO, UNDECIDED or INVALID.</summary>
    public required string Outcome { get; init; }

    public required bool Demonstration { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required IReadOnlyList<string> DemonstrationReasons { get; init; }

    /// <summary>What a reader of the outcome must know besides. Left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Names and builds under which the models answered. Left out where each answered under one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ServedBuild>? Builds { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<ModelTotals> Totals { get; init; }

    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    public required Comparison Categorization { get; init; }

    public required Comparison OqGeneration { get; init; }

    /// <summary>The two tables by Tango, Newcombe and McNemar, for display.</summary>
    public required IReadOnlyList<PairedFigures> Paired { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<ConfusionMatrix> Confusion { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<UnreadableAnswers> Unreadable { get; init; }

    public required Concordance Agreement { get; init; }

    public required AgreementFigures CategoryAgreement { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<AgreementFigures> SelfAgreement { get; init; }

    /// <summary>Task by task, baseline, then candidate.</summary>
    public required IReadOnlyList<RepeatFigures> RepeatFigures { get; init; }

    public required SuiteSimilarities SuiteSimilarities { get; init; }

    public required IReadOnlyList<GateOutcome> Gates { get; init; }

    /// <summary>Share of the criteria that are GO; for display only.</summary>
    public required double? Readiness { get; init; }

    /// <summary>Baseline, then candidate.</summary>
    public required IReadOnlyList<Calibration> Calibration { get; init; }

    public required IReadOnlyList<StratumRow> Strata { get; init; }

    public required IReadOnlyList<Repeatability> Disagreements { get; init; }

    /// <summary>
    /// Similarities of OQ suites by embeddings, for display. Left out where the plan asks for none, as if there were no such thing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EmbeddingSimilarity? Embeddings { get; init; }

    /// <summary>Repeats one call at a time beside the trials, for display. Left out where the plan asks for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequentialComparison? Sequential { get; init; }

    /// <summary>SHA-256 over the canonical JSON of every trial's score, in the order of cases, models and repeats.</summary>
    public required string TrialsSha256 { get; init; }

    /// <summary>Puts the results together.</summary>
    public static RunResults Of(RunConfiguration configuration, string planSha256, RunAssessment assessment, Recommendation recommendation,
        string trialsSha256, IReadOnlyList<ServedBuild>? builds = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(recommendation);
        return new RunResults
        {
            PlanSha256 = planSha256,
            CaseSetSha256 = [.. configuration.CaseSets.Select(set => set.Sha256)],
            Models = [configuration.Baseline, configuration.Candidate],
            Repeats = configuration.Repeats,
            Seed = configuration.Seed,
            Outcome = recommendation.Word,
            Demonstration = recommendation.IsDemonstration,
            Reasons = recommendation.Reasons,
            DemonstrationReasons = recommendation.DemonstrationReasons,
            Warnings = recommendation.Warnings.Count == 0 ? null : recommendation.Warnings,
            Builds = builds?.GroupBy(build => build.Role).Any(role => role.Count() > 1) == true ? builds : null,
            Totals = assessment.Totals,
            Criteria = [.. assessment.Findings.Select(CriterionResult.Of)],
            Categorization = assessment.Categorization,
            OqGeneration = assessment.OqGeneration,
            Paired = assessment.Paired,
            Confusion = assessment.Confusion,
            Unreadable = assessment.Unreadable,
            Agreement = assessment.Agreement,
            CategoryAgreement = assessment.CategoryAgreement,
            SelfAgreement = assessment.SelfAgreement,
            RepeatFigures = assessment.RepeatFigures,
            SuiteSimilarities = assessment.SuiteSimilarities,
            Gates = assessment.Gates,
            Readiness = assessment.Readiness,
            Calibration = assessment.Calibration,
            Strata = assessment.Strata,
            Disagreements = assessment.Disagreements,
            Embeddings = assessment.Embeddings,
            Sequential = assessment.Sequential,
            TrialsSha256 = trialsSha256,
        };
    }
}
