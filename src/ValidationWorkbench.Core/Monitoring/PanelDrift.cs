using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Monitoring;

/// <summary>The same panel run again: the candidate of a later run against the candidate of the reference run.</summary>
public sealed record PanelDrift
{
    private const int MostIds = 10;

    public required RunIdentity Reference { get; init; }

    public required RunIdentity Run { get; init; }

    public required DriftSettings Settings { get; init; }

    public required PanelCoverage Panel { get; init; }

    /// <summary>Repeats that were compared.</summary>
    public required int Repeats { get; init; }

    /// <summary>Settings that differ, hard triggers first.</summary>
    public required IReadOnlyList<ConfigurationDifference> Differences { get; init; }

    /// <summary>Criteria of the reference's plan, applied to the later run.</summary>
    public required IReadOnlyList<CriterionFinding> Criteria { get; init; }

    public required IReadOnlyList<TaskDrift> Tasks { get; init; }

    /// <summary>What a reader should know and what decides nothing, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What speaks for which outcome.</summary>
    public required DriftEvidence Evidence { get; init; }

    /// <summary>Looks for drift.</summary>
    /// <param name="reference">The run that was accepted.</param>
    /// <param name="run">The later run.</param>
    /// <param name="series">Accepted runs of the same panel and candidate, the later run last.</param>
    public static PanelDrift Of(MonitoredRun reference, MonitoredRun run, RunSeries series)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(series);
        var panel = SharedPanel.Of(reference, run);
        var settings = DriftSettings.Of(reference.Plan);
        var differences = ConfigurationComparison.Of(reference, run);
        var criteria = CriterionFinding.All(panel, reference, run);
        var severe = criteria.Where(finding => finding.IsSevere).ToList();
        var others = criteria.Where(finding => !finding.IsSevere).ToList();
        var confirmatory = panel.Tasks.Select(task => (CaseTask?)task).FirstOrDefault();
        var limits = settings.Limits;
        var tasks = panel.Tasks
            .Select(task => TaskDrift.Of(task, panel, reference, run, limits, task == confirmatory, ChartOf(task, series.Runs, limits))).ToList();
        return new PanelDrift
        {
            Reference = reference.Identity,
            Run = run.Identity,
            Settings = settings,
            Panel = panel.Coverage,
            Repeats = panel.Repeats,
            Differences = differences,
            Criteria = criteria,
            Tasks = tasks,
            Notes =
            [
                .. NotesOn(reference, run, panel), .. Described(severe.Where(finding => finding.IsKnown), Verdict.NoGo),
                .. Described(others.Where(finding => !finding.IsLost), Verdict.NoGo),
                .. Described(others, Verdict.Undecided), .. NotesOn(series.LeftOut),
            ],
            Evidence = new DriftEvidence
            {
                HardTriggers = [.. differences.Where(difference => difference.IsHard)
                    .Select(difference => $"revalidation assessment needed: {difference.Field} was {difference.First}, is {difference.Second}")],
                Worse = !IsBasis(run) ? []
                    :
                    [
                        .. Described(severe.Where(finding => !finding.IsKnown), Verdict.NoGo),
                        .. Reasons(tasks, task => task.Verdict == PanelVerdict.Worse, "shown to be worse than the margin"),
                    ],
                Triggers =
                [
                    .. IsBasis(run) ? [] : Described(severe.Where(finding => !finding.IsKnown), Verdict.NoGo),
                    .. Described(others.Where(finding => finding.IsLost), Verdict.NoGo),
                    .. criteria.Where(finding => finding.WithNewCases is not null && (finding.IsSevere || finding.IsLost))
                        .Select(finding => $"{finding.Id} {finding.Name} not met, though not by the shared cases alone: {finding.WithNewCases}"),
                    .. tasks.SelectMany(task => Triggers(task, limits)),
                ],
                CannotTell =
                [
                    .. Unusable(run),
                    .. Older(reference, run),
                    .. Incomplete(panel, reference),
                    .. Described(severe, Verdict.Undecided),
                    .. Reasons(tasks, task => task is { IsConfirmatory: true, Verdict: PanelVerdict.CannotTell }, "the data cannot tell"),
                ],
                Shown =
                [
                    .. Reasons(tasks, task => task is { IsConfirmatory: true, Verdict: PanelVerdict.NotWorse }, "not worse than the margin"),
                    .. Described(severe, Verdict.Go),
                ],
            },
        };
    }

    private static IEnumerable<string> Described(IEnumerable<CriterionFinding> severe, Verdict verdict) =>
        severe.Where(finding => finding.Verdict == verdict).Select(finding => finding.Describe());

    private static DriftChart? ChartOf(CaseTask task, IReadOnlyList<SeriesRun> series, DriftPlan limits) =>
        series.Count == 0 ? null : DriftChart.Of([.. series.Select(run => (run.RunId, run.Scores[task]))], limits);

    private static IReadOnlyList<string> Reasons(List<TaskDrift> tasks, Func<TaskDrift, bool> isMeant, string words) =>
        [.. tasks.Where(isMeant).Select(task => $"{Name(task)}: {words}: {task.Reason}")];

    private static IEnumerable<string> Triggers(TaskDrift task, DriftPlan limits)
    {
        if (task.Shift.IsFallOf(limits.MeanFall))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Name(task)}: mean case score {Figures.Difference(task.Shift.Shift)}, {-task.Shift.Z:0.0} standard deviations of the noise within cases; "
                + $"from {limits.MeanFall} on it is a trigger");
        }

        if (task.Flips.IsExcessAt(limits.ChangedVerdicts))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Name(task)}: {task.Flips.Observed} verdicts changed, where the scatter of the repeats explains {task.Flips.Expected:0.0} ({PText.Of(task.Flips.P)})");
        }

        if (task.Chart is { IsSignal: true } chart)
        {
            var point = chart.Points[^1];
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Name(task)}: control chart beyond its limit: average {point.Average:0.0000} (limits {point.Lower:0.0000} to {point.Upper:0.0000}), "
                + $"cumulative sum {point.Cusum:0.00} (limit {limits.CusumLimit})");
        }

        if (task.Confidence is { IsMoved: true } confidence)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Name(task)}: mean stated confidence moved by {Figures.Difference(confidence.Difference!.Value)}, beyond {limits.StatedConfidence}");
        }

        // A task with too few cases to rule out the margin does not stand in the way of STABLE, but a loss that it does show does.
        if (task is { IsConfirmatory: false, Verdict: not PanelVerdict.Worse } && task.Upper < 0)
        {
            yield return $"{Name(task)}: shown to be worse, though not by more than the margin: {task.Reason}";
        }
    }

    private static IEnumerable<string> NotesOn(MonitoredRun reference, MonitoredRun run, SharedPanel panel)
    {
        if (reference.Identity.Outcome != "GO")
        {
            yield return $"the reference has the outcome {reference.Identity.Outcome}; whether it was accepted is not for this check to know";
        }

        if (reference.Configuration.ReplayedFrom is not null)
        {
            yield return "the reference was answered from a recording";
        }

        if (reference.Scored.Repeats != run.Scored.Repeats)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Figures.Count(reference.Scored.Repeats, "repeat")} in the reference and {run.Scored.Repeats} in the run: "
                + $"the first {panel.Repeats} of both are compared");
        }

        if (panel.Coverage.OnlyInSecond.Count > 0)
        {
            yield return $"in the run only, with nothing to be compared with: {Figures.Count(panel.Coverage.OnlyInSecond.Count, "case")}";
        }
    }

    private static IEnumerable<string> NotesOn(IReadOnlyList<LeftOutRun> leftOut)
    {
        if (leftOut.Count > 0)
        {
            var groups = leftOut.GroupBy(run => run.Reason).Select(group => $"{string.Join(", ", group.Select(run => run.RunId))} ({group.Key})");
            yield return $"left out of the chart: {string.Join("; ", groups)}";
        }
    }

    private static bool IsBasis(MonitoredRun run) => !Unusable(run).Any();

    private static IEnumerable<string> Unusable(MonitoredRun run)
    {
        if (run.Configuration.ReplayedFrom is not null)
        {
            yield return $"{run.Identity.Id} was answered from a recording, which says nothing about the model as it answers now";
        }

        foreach (var reason in run.InvalidReasons)
        {
            yield return $"{run.Identity.Id} is INVALID and no basis for judgement: {reason.TrimEnd('.')}";
        }
    }

    private static IEnumerable<string> Older(MonitoredRun reference, MonitoredRun run)
    {
        if (string.CompareOrdinal(run.Identity.Planned, reference.Identity.Planned) < 0)
        {
            yield return $"{run.Identity.Id} is older than its reference, so it cannot tell what became of the candidate since";
        }
    }

    private static IEnumerable<string> Incomplete(SharedPanel panel, MonitoredRun reference)
    {
        if (!panel.IsWhole)
        {
            string[] missing = [.. panel.Coverage.Changed, .. panel.Coverage.OnlyInFirst];
            yield return string.Create(CultureInfo.InvariantCulture,
                $"not the same panel: {missing.Length} of {reference.Scored.Cases.Count} cases of the reference were changed or left out: {string.Join(", ", missing.Take(MostIds))}{(missing.Length > MostIds ? ", ..." : string.Empty)}");
        }
    }

    private static string Name(TaskDrift task) => CriterionWords.Kebab(task.Comparison.Task);
}
