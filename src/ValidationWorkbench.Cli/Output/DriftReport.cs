using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>A drift check as text.</summary>
internal static class DriftReport
{
    private const string Reference = "reference";
    private const string Run = "run";

    public static void Write(IAnsiConsole console, CheckedDrift drift)
    {
        if (drift.Result.Panel is { } panel)
        {
            WritePanel(console, panel);
        }

        if (drift.Result.Production is { } production)
        {
            ProductionReport.Write(console, production, drift.Result.ProductionSha256!);
        }

        console.WriteLine();
        console.MarkupLine($"[bold]{(drift.Result.Demonstration ? "DEMONSTRATION – " : string.Empty)}Drift: "
            + $"[{Colour(drift.Decision.Outcome)}]{drift.Decision.Word}[/][/]");
        foreach (var reason in drift.Decision.Reasons)
        {
            Lines.WriteEntry(console, MonitoringLines.CutHashes($"{reason}."));
        }

        console.WriteLine();
        MonitoringLines.WriteFact(console, "Results", $"sha256 {Sha256Hex.Of(drift.Json)}");
        MonitoringLines.WriteFact(console, "Audit",
            string.Create(CultureInfo.InvariantCulture, $"{drift.Head.Records} records, head {drift.Head.Hash}"));
        MonitoringLines.WriteFact(console, "Root", drift.Head.Root);
    }

    private static void WritePanel(IAnsiConsole console, PanelDrift drift)
    {
        MonitoringLines.WriteRun(console, "Reference", drift.Reference);
        MonitoringLines.WriteRun(console, "Run", drift.Run);
        MonitoringLines.WritePanel(console, drift.Panel, drift.Repeats, Reference, Run);
        DriftLimits.WriteForRuns(console, drift.Settings);
        foreach (var note in drift.Notes)
        {
            MonitoringLines.WriteFact(console, "Note", $"{note}.");
        }

        console.WriteLine();
        MonitoringLines.WriteDifferences(console, drift.Differences);
        console.WriteLine();
        WriteCriteria(console, drift.Criteria);
        console.WriteLine();
        MonitoringLines.WriteTasks(console, [.. drift.Tasks.Select(task => task.Comparison)]);
        foreach (var task in drift.Tasks)
        {
            WriteTask(console, task, drift.Settings.Limits);
        }

        MonitoringLines.WriteFlips(console, [.. drift.Tasks.Select(task => task.Comparison)], Reference, Run);
    }

    private static void WriteCriteria(IAnsiConsole console, IReadOnlyList<CriterionFinding> criteria)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Criteria of the reference's plan: {criteria.Count}, of which critical or a gate: {criteria.Count(finding => finding.IsSevere)}"));
        foreach (var finding in criteria)
        {
            var verdicts = $"{finding.Reference} → {CriterionWords.Word(finding.Verdict)}";
            Lines.WriteEntry(console, $"{finding.Id} {finding.Name}{(finding.IsSevere ? " (severe)" : string.Empty)}: {verdicts}; {finding.Reason}");
        }
    }

    private static void WriteTask(IAnsiConsole console, TaskDrift task, DriftPlan limits)
    {
        console.WriteLine($"{CriterionWords.Kebab(task.Comparison.Task)}{(task.IsConfirmatory ? " (the confirmatory test)" : " (for information, and for triggers)")}");
        Lines.WriteEntry(console, $"{Words(task.Verdict)}: {task.Reason}.");
        Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
            $"mean case score {Figures.Ratio(task.Shift.First)} → {Figures.Ratio(task.Shift.Second)}; "
                + $"{(task.Shift.Z is { } z
                    ? $"{z:+0.0;-0.0;0.0} standard deviations ({task.Shift.Sigma:0.0000}) of the noise within cases"
                    : "no noise within cases to compare it with")}"));
        Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
            $"changed verdicts {task.Flips.Observed}; the scatter of the repeats explains {task.Flips.Expected:0.0} ({PText.Of(task.Flips.P)})"));
        if (task.Confidence is { } confidence)
        {
            Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
                $"stated confidence {(confidence.Difference is { } difference ? Figures.Difference(difference) : "–")} "
                    + $"over {Figures.Count(confidence.N, "case")}{(confidence is { Lower: { } lower, Upper: { } upper }
                        ? $", between {Figures.LowerDifference(lower)} and {Figures.UpperDifference(upper)}"
                        : string.Empty)}"));
        }

        WriteChart(console, task.Chart, limits);
        console.WriteLine();
    }

    private static void WriteChart(IAnsiConsole console, DriftChart? chart, DriftPlan limits)
    {
        if (chart is null)
        {
            Lines.WriteEntry(console, "no chart: the run does not follow the reference with the same panel and candidate");
        }
        else if (chart.Centre is not { } centre)
        {
            Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
                $"no chart: its limits need {limits.ChartRuns} accepted runs before this one, "
                + $"there {(chart.Accepted == 1 ? "is" : "are")} {chart.Accepted}"));
        }
        else if (chart.Points.Count == 0)
        {
            Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
                $"no chart: the first {limits.ChartRuns} accepted runs all have the score {Figures.Ratio(centre)}, so there are no limits"));
        }
        else
        {
            Lines.WriteEntry(console, string.Create(CultureInfo.InvariantCulture,
                $"chart: mean {Figures.Ratio(centre)} and standard deviation {chart.Sigma:0.0000} of the first {limits.ChartRuns} accepted runs, frozen; "
                + $"lambda {DriftChart.Weight}, L {limits.EwmaLimit}, k {DriftChart.Slack}, h {limits.CusumLimit}"));
            WritePoints(console, chart);
        }
    }

    private static void WritePoints(IAnsiConsole console, DriftChart chart)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Run");
        foreach (var name in new[] { "Score", "Average", "Lower", "Upper", "Sum" })
        {
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        }

        table.AddColumn("Signal");
        foreach (var point in chart.Points)
        {
            table.AddRow(
                point.RunId, Figures.Ratio(point.Score), Figures.Ratio(point.Average), Figures.Ratio(point.Lower), Figures.Ratio(point.Upper),
                point.Cusum.ToString("0.00", CultureInfo.InvariantCulture), point.IsSignal ? "SIGNAL" : "–");
        }

        console.Write(table);
    }

    private static string Words(PanelVerdict verdict) => verdict switch
    {
        PanelVerdict.NotWorse => "not worse than the margin",
        PanelVerdict.Worse => "worse than the margin",
        _ => "the data cannot tell",
    };

    private static string Colour(DriftOutcome outcome) => outcome switch
    {
        DriftOutcome.Stable => "green",
        DriftOutcome.Revalidate => "red",
        _ => "yellow",
    };
}
