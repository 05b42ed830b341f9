using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Control charts over the mean case scores of a series of runs: an exponentially weighted moving average and a lower cumulative sum. Mean and
/// standard deviation come from the first runs and stay frozen; as they are estimates from few runs, false alarms are more frequent than the
/// tables say from which the limits are taken.
/// </summary>
/// <param name="Accepted">Accepted runs before the one that is checked.</param>
/// <param name="Centre">mu0; null where there are too few runs.</param>
/// <param name="Sigma">Standard deviation (n - 1) of the first runs; 0 where they do not differ, so that there are no limits.</param>
/// <param name="Points">The runs after the first ones, the checked one last; empty where there is no chart.</param>
public sealed record DriftChart(int Accepted, double? Centre, double? Sigma, IReadOnlyList<DriftChartPoint> Points)
{
    /// <summary>lambda, for which L is tabulated (Lucas and Saccucci 1990).</summary>
    public const double Weight = 0.2;

    /// <summary>k of the sum (Page 1954), to which h belongs: half of the shift by one standard deviation that is to be found.</summary>
    public const double Slack = 0.5;

    /// <summary>True where a chart signals at the run that is checked.</summary>
    public bool IsSignal => Points.Count > 0 && Points[^1].IsSignal;

    /// <summary>The chart of a series in the order of time, the run that is checked last.</summary>
    public static DriftChart Of(IReadOnlyList<(string RunId, double Score)> series, DriftPlan limits)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(limits);
        var accepted = Math.Max(0, series.Count - 1);
        if (accepted < limits.ChartRuns)
        {
            return new DriftChart(accepted, null, null, []);
        }

        var reference = SampleMoments.Of([.. series.Take(limits.ChartRuns).Select(run => run.Score)])!.Value;
        if (reference.Status != EstimateStatus.Ok)
        {
            return new DriftChart(accepted, reference.Mean, 0, []);
        }

        double[] scores = [.. series.Skip(limits.ChartRuns).Select(run => run.Score)];
        var average = Ewma.Of(scores, reference.Mean, reference.Deviation, Weight, limits.EwmaLimit);
        var cusum = Cusum.Lower(scores, reference.Mean, reference.Deviation, Slack, limits.CusumLimit);
        return new DriftChart(accepted, reference.Mean, reference.Deviation,
            [.. series.Skip(limits.ChartRuns).Select((run, i) => new DriftChartPoint(
                run.RunId, run.Score, average.Points[i].Value, average.Points[i].Lower, average.Points[i].Upper,
                cusum.Sums[i], average.Points[i].IsSignal, cusum.Sums[i] > limits.CusumLimit))]);
    }
}
