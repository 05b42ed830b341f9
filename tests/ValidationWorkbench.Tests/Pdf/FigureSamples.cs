using ValidationWorkbench.Pdf;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>One figure of every kind, with the values that such a figure has in practice.</summary>
internal static class FigureSamples
{
    public static IReadOnlyList<Figure> All => [Forest(), Confusion(), Changes(), Similarity(), Latency(), Reliability(), Course()];

    public static IntervalChart Forest() => new(0, 1,
    [
        new Interval("AC-01 under-categorization", 0.011, 0.033, 0.065, 0.02) { Numbers = "3.3 %  [1.1 %, 6.5 %]", State = "not met", Hollow = true },
        new Interval("AC-03 accuracy", 0.867, 0.911, 0.948, 0.95) { Numbers = "91.1 %  [86.7 %, 94.8 %]", State = "not met", Hollow = true },
        new Interval("AC-07 stability of the decision over three repeats", 0.962, 0.989, 0.998, 0.95) { Numbers = "98.9 %  [96.2 %, 99.8 %]", State = "met" },
    ])
    {
        Caption = "Figure 1 – Criteria against their limits",
        Alternative = "Three criteria as intervals against their limits: AC-01 and AC-03 are not met, AC-07 is met.",
    };

    public static MatrixChart Confusion() => new(
        "Expected category", "Category given", ["Category 1", "Category 3", "Category 4", "Category 5"],
        ["Category 1", "Category 3", "Category 4", "Category 5", "no answer"],
        [[44, 1, 0, 0, 0], [2, 40, 3, 0, 0], [0, 4, 38, 2, 1], [0, 0, 3, 42, 0]])
    {
        Caption = "Figure 2 – Expected and given categories",
        Alternative = "Of 45 cases of each category, 44, 40, 38 and 42 were given their own category.",
    };

    public static PairedBarChart Changes() => new("regressed", "improved",
    [
        new PairedBar("laboratory systems", 3, 8, "of 60"),
        new PairedBar("enterprise systems", 0, 5, "of 60"),
        new PairedBar("process control, configured and custom", 6, 0, "of 60"),
    ])
    {
        NoteTitle = "pairs",
        Caption = "Figure 3 – Cases whose outcome changed",
        Alternative = "Laboratory systems: 3 regressed, 8 improved; enterprise systems: 0 and 5; process control: 6 and 0.",
    };

    public static StripChart Similarity() => new(new ChartAxis("similarity", 0, 1),
    [
        new Strip("candidate to reference", [.. Enumerable.Range(0, 60).Select(i => 0.55 + (0.4 * i * i / 3600.0))])
        {
            Mean = 0.69, Lower = 0.66, Upper = 0.72, Numbers = "0.69  [0.66, 0.72]",
        },
        new Strip("baseline to itself", [.. Enumerable.Repeat(0.9, 40), .. Enumerable.Range(0, 20).Select(i => 0.8 + (i / 100.0))])
        {
            Mean = 0.895, Lower = 0.88, Numbers = "0.90, bound ≥ 0.88",
        },
    ])
    {
        Limits = [new ChartLimit("baseline's ceiling 0.90", 0.9), new ChartLimit("limit 0.85", 0.85)],
        Caption = "Figure 4 – Similarity case by case",
        Alternative = "Sixty values per group; the candidate's mean of 0.69 lies below the ceiling of 0.90.",
    };

    public static PlotChart Latency() => new(new ChartAxis("seconds", 0, 12), new ChartAxis("share of calls", 0, 1) { Percent = true },
    [
        new PlotSeries("candidate", PlotJoin.Step, [.. Enumerable.Range(0, 101).Select(i => new PlotPoint(0.4 + (0.00075 * i * i), i / 100.0))]),
        new PlotSeries("baseline", PlotJoin.Step, [.. Enumerable.Range(0, 101).Select(i => new PlotPoint(0.9 + (0.00101 * i * i), i / 100.0))]),
    ])
    {
        HorizontalLimits = [new ChartLimit("limit of p50: 3 s", 3), new ChartLimit("limit of p99: 10 s", 10)],
        Caption = "Figure 5 – Distribution of latency",
        Alternative = "Both models stay below 3 s for half of the calls; the baseline exceeds 10 s for a few.",
    };

    public static PlotChart Reliability() => new(
        new ChartAxis("stated confidence", 0, 1) { Percent = true }, new ChartAxis("share correct", 0, 1) { Percent = true },
        [
            new PlotSeries("bin with its interval", PlotJoin.None,
            [
                new PlotPoint(0.55, 0.5) { Lower = 0.2, Upper = 0.8, Label = "n = 6" },
                new PlotPoint(0.75, 0.68) { Lower = 0.5, Upper = 0.82, Label = "n = 31" },
                new PlotPoint(0.85, 0.8) { Lower = 0.7, Upper = 0.88, Label = "n = 70" },
                new PlotPoint(0.95, 0.93) { Lower = 0.88, Upper = 0.97, Label = "n = 73" },
            ]),
        ])
    {
        Diagonal = "stated equals observed",
        Caption = "Figure 6 – Reliability of the stated confidence",
        Alternative = "Four bins lie on or slightly below the diagonal.",
        Height = 200,
    };

    public static PlotChart Course() => new(new ChartAxis("run", 1, 20), new ChartAxis("EWMA of accuracy", 0.85, 1) { Percent = true },
    [
        new PlotSeries("EWMA", PlotJoin.Line,
            [.. Enumerable.Range(1, 20).Select(i => new PlotPoint(i, 0.95 - (0.0002 * i * i)) { Label = i == 20 ? "run 20: alert" : null })]),
        new PlotSeries("accuracy of the run", PlotJoin.None, [.. Enumerable.Range(1, 20).Select(i => new PlotPoint(i, 0.94 - (0.004 * (i % 5))))]),
    ])
    {
        VerticalLimits = [new ChartLimit("alert 88 %", 0.88), new ChartLimit("action 87 %", 0.87), new ChartLimit("centre 95 %", 0.95)],
        Caption = "Figure 7 – Course over twenty runs",
        Alternative = "The moving average falls from 95 % and crosses the alert limit in run 20.",
    };
}
