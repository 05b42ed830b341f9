using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Monitoring;

/// <summary>One task of the panel, run again.</summary>
public sealed record TaskDrift
{
    public required TaskComparison Comparison { get; init; }

    /// <summary>True for the task whose paired comparison is the one confirmatory test.</summary>
    public required bool IsConfirmatory { get; init; }

    public required PanelVerdict Verdict { get; init; }

    /// <summary>Lower limit of the difference that the verdict rests on.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper limit.</summary>
    public required double Upper { get; init; }

    /// <summary>The verdict in words and figures.</summary>
    public required string Reason { get; init; }

    public required MeanShift Shift { get; init; }

    public required FlipExcess Flips { get; init; }

    /// <summary>Stated confidence; null for suites, which state none that is compared.</summary>
    public ConfidenceShift? Confidence { get; init; }

    /// <summary>Control charts; null where the run does not follow the reference in its series.</summary>
    public DriftChart? Chart { get; init; }

    /// <summary>Looks at the shared cases of a task, of which there must be at least one.</summary>
    public static TaskDrift Of(
        CaseTask task, SharedPanel panel, MonitoredRun reference, MonitoredRun run, DriftPlan limits, bool isConfirmatory, DriftChart? chart)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(limits);
        var comparison = TaskComparison.Of(task, panel, reference, run);
        var finding = Assess(comparison, limits);
        var pairs = panel.Of(task).Select(testCase => (First: panel.Scores(reference, testCase.Id), Second: panel.Scores(run, testCase.Id))).ToList();
        return new TaskDrift
        {
            Comparison = comparison,
            IsConfirmatory = isConfirmatory,
            Verdict = finding.Verdict switch { Assessment.Verdict.Go => PanelVerdict.NotWorse, Assessment.Verdict.NoGo => PanelVerdict.Worse, _ => PanelVerdict.CannotTell },
            Lower = finding.Lower!.Value,
            Upper = finding.Upper!.Value,
            Reason = finding.Reason,
            Shift = MeanShift.Of(pairs.ConvertAll(pair => CaseScores.Marks(pair.First)), pairs.ConvertAll(pair => CaseScores.Marks(pair.Second))),
            Flips = FlipExcess.Of(pairs.ConvertAll(pair => (pair.First.Count(CaseScores.IsRight), pair.Second.Count(CaseScores.IsRight))), panel.Repeats),
            Confidence = task == CaseTask.Categorization
                ? ConfidenceShift.Of([.. pairs.Select(Difference).OfType<double>()], limits.StatedConfidence) : null,
            Chart = chart,
        };
    }

    /// <summary>The non-inferiority criterion by the limits, applied to the two runs in place of baseline and candidate.</summary>
    private static Finding Assess(TaskComparison comparison, DriftPlan limits) => PairedCriterion.Assess(
        new AcceptanceCriterion
        {
            Id = "drift",
            Kind = CriterionKind.NonInferiority,
            Requirement = string.Empty,
            Severity = Severity.Major,
            Unit = CriterionUnit.Case,
            Method = CriterionMethod.Tango,
            Limit = limits.Margin,
            Confidence = limits.Confidence,
        },
        new Comparison(comparison.BothRight, comparison.BothWrong, Ids(comparison, gained: true), Ids(comparison, gained: false)));

    private static string[] Ids(TaskComparison comparison, bool gained) => [.. comparison.Flips.Where(flip => flip.Gained == gained).Select(flip => flip.CaseId)];

    private static double? Difference((IReadOnlyList<TrialScore?> First, IReadOnlyList<TrialScore?> Second) pair) =>
        Concordance.MeanConfidence(pair.Second) - Concordance.MeanConfidence(pair.First);
}
