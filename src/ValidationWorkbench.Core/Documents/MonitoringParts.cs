using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>This run as the last of a series, and the drift checks of the use, both as of the head of the assessment.</summary>
internal static class MonitoringParts
{
    private const double Room = 0.005;

    /// <summary>A control chart for each task where enough accepted runs are on record; else the words for what is missing.</summary>
    public static IReadOnlyList<ContentPart> Series(DocumentFacts facts)
    {
        var (runs, leftOut) = facts.Series;
        var limits = DriftSettings.Of(facts.Plan).Limits;
        return
        [
            .. runs.Count <= 1 ? [NoSeries(limits)] : runs[^1].Scores.Keys.Order().SelectMany(task => Charts(task, runs, limits)),
            .. leftOut.Count == 0 ? Array.Empty<ContentPart>()
                : [ParagraphPart.Plain($"Earlier runs with the same cases and settings that are not in the series: "
                    + $"{string.Join("; ", leftOut.Select(run => $"{run.RunId} ({run.Reason})"))}.")],
            Checks(facts),
        ];
    }

    private static ParagraphPart NoSeries(DriftPlan limits) => ParagraphPart.Plain(
        "No control chart: no earlier accepted run with the same cases, repeats and settings of the candidate is on record up to this assessment. "
            + $"A chart takes its limits from the first {Figures.Count(limits.ChartRuns, "accepted run")} and shows those that follow.");

    private static ContentPart Checks(DocumentFacts facts) => facts.DriftChecks.Count == 0
        ? ParagraphPart.Plain("No drift check of this use is on record up to this assessment.")
        : new TablePart("Drift checks of this use on record up to this assessment",
            [new("Record", 1.4, true), new("Reference", 3.5), new("Checked", 3.5), new("Outcome", 2.4)],
            [.. facts.DriftChecks.Select(check =>
                (IReadOnlyList<string>)[Number(check.Sequence), check.Reference, check.Checked, check.Outcome])]);

    private static IEnumerable<ContentPart> Charts(CaseTask task, IReadOnlyList<SeriesRun> runs, DriftPlan limits)
    {
        var series = runs.Select(run => (run.RunId, Score: run.Scores[task])).ToList();
        var chart = DriftChart.Of(series, limits);
        if (chart.Points.Count == 0)
        {
            return [Scores(task, series), ParagraphPart.Plain(chart.Centre is { } centre
                ? $"No control limits: the first {Number(limits.ChartRuns)} accepted runs all have the score {Figures.Ratio(centre)}."
                : $"No control limits: they need {Figures.Count(limits.ChartRuns, "accepted run")} before this one; on record: {Number(chart.Accepted)}.")];
        }

        return [Averages(task, series, chart, limits), Sums(task, chart, limits), Table(task, series, chart), State(chart)];
    }

    /// <summary>The scores alone, where there are no limits yet.</summary>
    private static PlotPart Scores(CaseTask task, List<(string RunId, double Score)> series) => new(
        $"Mean case score of the series so far, {CriterionWords.Kebab(task)}; the last run is this one. No control limits yet",
        string.Join(" ", series.Select((run, i) => $"Run {Number(i + 1)}, {run.RunId}: {Figures.Ratio(run.Score)}.")),
        Runs(series.Count), Axis("Mean case score", series.Select(run => run.Score)),
        [new SeriesPart("Mean case score", SeriesJoin.Line, Points(series.Select(run => run.Score), 1))], [], []);

    private static PlotPart Averages(CaseTask task, List<(string RunId, double Score)> series, DriftChart chart, DriftPlan limits)
    {
        var (first, centre) = (limits.ChartRuns + 1, chart.Centre!.Value);
        return new PlotPart(
            $"Control chart of the mean case score, {CriterionWords.Kebab(task)}: moving average between its limits; the last run is this one",
            $"Mean {Figures.Ratio(centre)} and standard deviation {Deviation(chart)} of runs 1 to {Number(limits.ChartRuns)}, frozen. "
                + string.Join(" ", chart.Points.Select((point, i) => $"Run {Number(first + i)}: average {Figures.Ratio(point.Average)} between "
                    + $"{Figures.Ratio(point.Lower)} and {Figures.Ratio(point.Upper)}{(point.AverageSignals ? ", SIGNAL" : string.Empty)}.")),
            Runs(series.Count),
            Axis("Mean case score",
                [.. series.Select(run => run.Score), .. chart.Points.SelectMany(point => new[] { point.Average, point.Lower, point.Upper })]),
            [
                new SeriesPart("Score of the run", SeriesJoin.None, Points(series.Select(run => run.Score), 1)),
                new SeriesPart("Moving average", SeriesJoin.Line, Points(chart.Points.Select(point => point.Average), first)),
                new SeriesPart("Lower control limit", SeriesJoin.Step, Steps(chart.Points.Select(point => point.Lower), first)),
                new SeriesPart("Upper control limit", SeriesJoin.Step, Steps(chart.Points.Select(point => point.Upper), first)),
            ],
            [], [new PartLimit($"mean of runs 1 to {Number(limits.ChartRuns)}", centre)]);
    }

    private static PlotPart Sums(CaseTask task, DriftChart chart, DriftPlan limits)
    {
        var first = limits.ChartRuns + 1;
        var highest = Math.Max(limits.CusumLimit, chart.Points.Max(point => point.Cusum));
        return new PlotPart(
            $"Control chart of the mean case score, {CriterionWords.Kebab(task)}: cumulative sum of losses in standard deviations",
            string.Join(" ", chart.Points.Select((point, i) =>
                $"Run {Number(first + i)}: {Sum(point)}{(point.CusumSignals ? ", SIGNAL" : string.Empty)}."))
                + $" Limit {Sum(limits.CusumLimit)}.",
            Runs(limits.ChartRuns + chart.Points.Count), new PartAxis("Sum of losses", 0, Math.Ceiling(highest + 1)),
            [new SeriesPart("Sum of losses", SeriesJoin.Line, Points(chart.Points.Select(point => point.Cusum), first))],
            [], [new PartLimit(FormattableString.Invariant($"limit h {limits.CusumLimit}"), limits.CusumLimit)]);
    }

    private static TablePart Table(CaseTask task, List<(string RunId, double Score)> series, DriftChart chart) => new(
        $"The series in numbers, {CriterionWords.Kebab(task)}",
        [new("No", 0.8, true), new("Run", 3.4), new("Score", 1.4, true), new("Average", 1.4, true), new("Lower", 1.4, true),
            new("Upper", 1.4, true), new("Sum", 1.2, true), new("State", 2)],
        [.. series.Select((run, i) => (IReadOnlyList<string>)[Number(i + 1), run.RunId, Figures.Ratio(run.Score),
            .. OnChart(chart, i - (series.Count - chart.Points.Count))])]);

    private static IReadOnlyList<string> OnChart(DriftChart chart, int index) => index < 0 ? ["–", "–", "–", "–", "fixes the limits"]
        : OnChart(chart.Points[index]);

    private static IReadOnlyList<string> OnChart(DriftChartPoint point) =>
        [Figures.Ratio(point.Average), Figures.Ratio(point.Lower), Figures.Ratio(point.Upper), Sum(point), Word(point)];

    private static ParagraphPart State(DriftChart chart) => ParagraphPart.Plain(
        $"This run: {(chart.IsSignal ? "SIGNAL, beyond a control limit" : "no signal, within the control limits")}. A chart alone decides nothing; "
            + "mean and deviation are estimates from few runs, so false alarms are more frequent than tables of such charts say.");

    private static string Word(DriftChartPoint point) => point.IsSignal ? "SIGNAL" : "within limits";

    private static PartAxis Runs(int count) => new("Run of the series", 0, count + 1);

    private static PartAxis Axis(string title, IEnumerable<double> values)
    {
        List<double> all = [.. values];
        return new PartAxis(title, Math.Floor((all.Min() - Room) * 100) / 100, Math.Ceiling((all.Max() + Room) * 100) / 100);
    }

    private static IReadOnlyList<(double X, double Y, double? Lower, double? Upper)> Points(IEnumerable<double> values, int first) =>
        [.. values.Select((value, i) => ((double)(first + i), value, (double?)null, (double?)null))];

    /// <summary>A limit holds for the run in the middle of its step.</summary>
    private static IReadOnlyList<(double X, double Y, double? Lower, double? Upper)> Steps(IEnumerable<double> values, int first) =>
        [.. values.Append(values.Last()).Select((value, i) => (first + i - 0.5, value, (double?)null, (double?)null))];

    private static string Deviation(DriftChart chart) => chart.Sigma!.Value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Sum(DriftChartPoint point) => Sum(point.Cusum);

    private static string Sum(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
