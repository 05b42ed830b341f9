using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>All that was computed from the scores of a run.</summary>
public sealed record RunAssessment
{
    /// <summary>Findings, severe criteria first, then in the plan's order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Paired table over the categorization cases.</summary>
    public required Comparison Categorization { get; init; }

    /// <summary>Paired table over the OQ cases.</summary>
    public required Comparison OqGeneration { get; init; }

    /// <summary>Confusion matrix of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<ConfusionMatrix> Confusion { get; init; }

    /// <summary>Answers that could not be judged, of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<UnreadableAnswers> Unreadable { get; init; }

    /// <summary>The paired tables by methods that decide nothing: categorization, then OQ generation.</summary>
    public required IReadOnlyList<PairedFigures> Paired { get; init; }

    /// <summary>
    /// Agreement over all categorization cases by the rule of the plan's criterion, or of the categories alone where the plan has none. Descriptive.
    /// </summary>
    public required Concordance Agreement { get; init; }

    /// <summary>Agreement of the categories with the baseline's, by the category of most repeats, with its coefficients.</summary>
    public required AgreementFigures CategoryAgreement { get; init; }

    /// <summary>The same among the repeats of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<AgreementFigures> SelfAgreement { get; init; }

    /// <summary>Call accuracy and agreement of repeats, task by task, of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<RepeatFigures> RepeatFigures { get; init; }

    /// <summary>Similarities of the OQ suites.</summary>
    public required SuiteSimilarities SuiteSimilarities { get; init; }

    /// <summary>Cases of each coverage gate by class.</summary>
    public required IReadOnlyList<GateOutcome> Gates { get; init; }

    /// <summary>
    /// Share of the criteria that are GO, in [0,1], each with the same weight; null without a criterion. For display: one that is not GO is enough to
    /// wait.
    /// </summary>
    public double? Readiness => Findings.Count == 0 ? null : (double)Findings.Count(finding => finding.Verdict == Verdict.Go) / Findings.Count;

    /// <summary>
    /// How far the stated confidences of categorization answers are probabilities, of the baseline, then of the candidate. Descriptive.
    /// </summary>
    public required IReadOnlyList<Calibration> Calibration { get; init; }

    /// <summary>
    /// Latency quantiles of the baseline, then of the candidate. They are no part of the results' hash; findings of latency criteria are.
    /// </summary>
    public required IReadOnlyList<LatencyQuantile> Latencies { get; init; }

    public required IReadOnlyList<StratumRow> Strata { get; init; }

    /// <summary>Cases whose repeats disagree in category.</summary>
    public required IReadOnlyList<Repeatability> Disagreements { get; init; }

    /// <summary>Trials of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<ModelTotals> Totals { get; init; }

    /// <summary>Quotes claimed and found, of the baseline, then of the candidate.</summary>
    public required IReadOnlyList<(int Given, int Found)> Quotes { get; init; }

    /// <summary>Similarities of OQ suites by embeddings, for display; null where the plan asks for none.</summary>
    public EmbeddingSimilarity? Embeddings { get; init; }

    /// <summary>Repeats one call at a time beside the trials, for display; null where the plan asks for none.</summary>
    public SequentialComparison? Sequential { get; init; }

    /// <summary>Computes everything. The totals come from the caller, who knows what was planned.</summary>
    public static RunAssessment Of(IReadOnlyList<AcceptanceCriterion> criteria, ScoredRun run, IReadOnlyList<ModelTotals> totals)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(run);
        var anywhere = new Dictionary<string, string>();
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        var categorization = Comparison.Of(run, run.Select(CaseTask.Categorization, anywhere));
        var oqGeneration = Comparison.Of(run, run.Select(CaseTask.OqGeneration, anywhere));
        var answers = run.Select(CaseTask.Categorization, anywhere).Select(testCase =>
            roles.Select(role => run.Of(testCase.Id, role)).ToArray()).ToList();
        return new RunAssessment
        {
            Findings = [.. criteria.OrderBy(criterion => criterion.Severity).ThenBy(criterion => criterion.Method != CriterionMethod.Gate)
                .Select(criterion => CriterionAssessor.Assess(criterion, run))],
            Categorization = categorization,
            OqGeneration = oqGeneration,
            Paired = [PairedFigures.Of(CaseTask.Categorization, categorization), PairedFigures.Of(CaseTask.OqGeneration, oqGeneration)],
            Confusion = [.. roles.Select(role => ConfusionMatrix.Of(run, role))],
            Unreadable = [.. roles.Select(role => UnreadableAnswers.Of(run, role))],
            Agreement = Concordance.Of(run, run.Select(CaseTask.Categorization, anywhere), ToleranceOf(criteria)),
            CategoryAgreement = AgreementFigures.OfModels([.. answers.Select(models =>
                (Concordance.Category(models[0]), Concordance.Category(models[1])))]),
            SelfAgreement = [.. roles.Select(role =>
                AgreementFigures.OfRepeats([.. answers.Select(models => models[(int)role].Select(Concordance.Label).ToArray())]))],
            RepeatFigures = Assessment.RepeatFigures.All(run),
            SuiteSimilarities = Assessment.SuiteSimilarities.Of(run),
            Gates = GateOutcome.All(criteria, run),
            Calibration = [.. roles.Select(role => CalibrationOf(run, role))],
            Latencies = [.. roles.SelectMany(role => LatencyQuantile.Of(run, role))],
            Strata = StratumRow.All(run, LimitOfAccuracy(criteria)),
            Disagreements = [.. roles.SelectMany(role => Disagreeing(run, role))],
            Totals = totals,
            Quotes = [.. roles.Select(role => CountQuotes(run, role))],
            Embeddings = run.Embeddings,
            Sequential = run.Sequential,
        };
    }

    /// <summary>Over answers that state a confidence; right is what was expected.</summary>
    private static Calibration CalibrationOf(ScoredRun run, ModelRole role)
    {
        var cases = run.Select(CaseTask.Categorization, new Dictionary<string, string>()).Select(testCase =>
            testCase.Id).ToHashSet(StringComparer.Ordinal);
        var stated = run.Scores.Where(score => score.Key.Role == role && score.Confidence is not null && cases.Contains(score.Key.CaseId)).ToList();
        return Statistics.Calibration.Of([.. stated.Select(score => score.Confidence!.Value)],
            [.. stated.Select(score => score.Verdict == ScoreVerdict.Right)]);
    }

    /// <summary>
    /// Limit and confidence of the plan's accuracy criterion for all cases, the claim that strata are held against; null without one.
    /// </summary>
    private static AcceptanceCriterion? LimitOfAccuracy(IReadOnlyList<AcceptanceCriterion> criteria) =>
        criteria.FirstOrDefault(criterion => criterion.Kind == CriterionKind.Accuracy && criterion.Stratum.Count == 0);

    /// <summary>
    /// Of the plan's agreement criterion for all cases, or else of its first one; null where it compares categories alone, or where there is none.
    /// </summary>
    private static double? ToleranceOf(IReadOnlyList<AcceptanceCriterion> criteria) =>
        criteria.Where(criterion => criterion.Kind == CriterionKind.AgreementWithBaseline).OrderBy(criterion =>
            criterion.Stratum.Count > 0).FirstOrDefault()?.Tolerance;

    private static IEnumerable<Repeatability> Disagreeing(ScoredRun run, ModelRole role) =>
        from entry in run.Cases
        where entry.Task == CaseTask.Categorization
        let repeats = run.Of(entry.Case.Id, role)
        where !Repeatability.IsSame(repeats)
        select new Repeatability(entry.Case.Id, role, [.. repeats.Select(score => score?.Decision ?? "(no answer)")]);

    private static (int Given, int Found) CountQuotes(ScoredRun run, ModelRole role)
    {
        var scores = run.Scores.Where(score => score.Key.Role == role).ToList();
        return (scores.Sum(score => score.QuotesGiven), scores.Sum(score => score.QuotesFound));
    }
}
