using System.Globalization;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class DriftChartTests
{
    // Mean 0.90, standard deviation sqrt(8 x 0.0001 / 7).
    private static readonly double[] Accepted = [0.89, 0.91, 0.89, 0.91, 0.89, 0.91, 0.89, 0.91];
    private static readonly double Sigma = Math.Sqrt(0.0008 / 7);

    [Fact]
    public void Fewer_than_eight_accepted_runs_make_no_chart()
    {
        var chart = DriftChart.Of(Series([.. Accepted[..7], 0.5]), DriftPlan.Default);
        Assert.Equal((7, null, 0, false), (chart.Accepted, chart.Centre, chart.Points.Count, chart.IsSignal));
        Assert.Equal(0, DriftChart.Of([], DriftPlan.Default).Accepted);
    }

    [Fact]
    public void Runs_and_limits_are_those_of_the_plan()
    {
        var limits = DriftPlan.Default with { ChartRuns = 9, EwmaLimit = 1, CusumLimit = 1 };
        var few = DriftChart.Of(Series([.. Accepted, 0.5]), limits);
        Assert.Equal((8, null), (few.Accepted, few.Centre));

        // 1.6 sigma low: the sum is 1.1, the average lies 0.32 sigma low and its limit 0.2 sigma.
        var point = Assert.Single(DriftChart.Of(Series([.. Accepted, 0.90 - (1.6 * Sigma)]), limits with { ChartRuns = 8 }).Points);
        Assert.Equal((true, true), (point.AverageSignals, point.CusumSignals));
        Assert.Equal(0.90 - (0.2 * Sigma), point.Lower, 12);
    }

    [Fact]
    public void The_first_point_lies_a_fifth_of_the_way_and_its_limits_are_three_fifths_of_sigma_away()
    {
        var chart = DriftChart.Of(Series([.. Accepted, 0.92]), DriftPlan.Default);
        var point = Assert.Single(chart.Points);
        Assert.Equal(8, chart.Accepted);
        Assert.Equal(0.90, chart.Centre!.Value, 12);
        Assert.Equal(Sigma, chart.Sigma!.Value, 12);
        Assert.Equal(0.904, point.Average, 12);
        Assert.Equal(0.90 - (2.962 * 0.2 * Sigma), point.Lower, 12);
        Assert.Equal(0.90 + (2.962 * 0.2 * Sigma), point.Upper, 12);
        Assert.Equal((0.0, false), (point.Cusum, point.IsSignal));
    }

    [Fact]
    public void Mean_and_deviation_stay_frozen()
    {
        var chart = DriftChart.Of(Series([.. Accepted, 0.80, 0.80, 0.80]), DriftPlan.Default);
        Assert.Equal(0.90, chart.Centre!.Value, 12);
        Assert.Equal(3, chart.Points.Count);
        Assert.True(chart.IsSignal);
    }

    [Fact]
    public void The_cumulative_sum_gathers_small_losses()
    {
        // 0.95 sigma low each time adds 0.95 - k = 0.45, so h = 4 is passed at the ninth look.
        var chart = DriftChart.Of(Series([.. Accepted, .. Enumerable.Repeat(0.90 - (0.95 * Sigma), 9)]), DriftPlan.Default);
        Assert.Equal(4.05, chart.Points[^1].Cusum, 9);
        Assert.Equal((true, false), (chart.Points[^1].CusumSignals, chart.Points[^2].CusumSignals));
    }

    [Fact]
    public void A_rise_is_a_signal_too() => Assert.True(DriftChart.Of(Series([.. Accepted, 1, 1]), DriftPlan.Default).Points[^1] is { AverageSignals: true, CusumSignals: false });

    [Fact]
    public void A_signal_that_is_over_is_none_of_the_run_that_is_checked()
    {
        var chart = DriftChart.Of(Series([.. Accepted, 0.86, 0.93, 0.93, 0.91]), DriftPlan.Default);
        Assert.True(chart.Points[0].IsSignal);
        Assert.False(chart.IsSignal);
    }

    [Fact]
    public void Accepted_runs_that_do_not_differ_give_no_limits()
    {
        var chart = DriftChart.Of(Series([.. Enumerable.Repeat(1.0, 8), 0.9]), DriftPlan.Default);
        Assert.Equal((1.0, 0.0, 0, false), (chart.Centre!.Value, chart.Sigma!.Value, chart.Points.Count, chart.IsSignal));
    }

    private static List<(string RunId, double Score)> Series(double[] scores) => [.. scores.Select((score, i) => (string.Create(CultureInfo.InvariantCulture, $"R-{i + 1}"), score))];
}
