using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Control charts over the mean case scores of a series of runs: an exponentially weighted moving average (lambda 0.2, L 2.962: one false alarm
/// in 500 looks) and a lower cumulative sum (k 0.5, h 4: one in 335). Mean and standard deviation come from the first runs and stay frozen; as
/// they are estimates from few runs, false alarms are more frequent than that.
/// </summary>
/// <param name="Accepted">Accepted runs before the one that is checked.</param>
/// <param name="Centre">mu0; null where there are too few runs.</param>
/// <param name="Sigma">Standard deviation (n - 1) of the first runs; 0 where they do not differ, so that there are no limits.</param>
/// <param name="Points">The runs after the first ones, the checked one last; empty where there is no chart.</param>
public sealed record DriftChart(int Accepted, double? Centre, double? Sigma, IReadOnlyList<DriftChartPoint> Points)
{
    /// <summary>Runs from which mean and standard deviation are taken.</summary>
    public const int ReferenceRuns = 8;

    /// <summary>lambda.</summary>
    public const double Weight = 0.2;

    /// <summary>L.</summary>
    public const double Width = 2.962;

    /// <summary>k.</summary>
    public const double Slack = 0.5;

    /// <summary>h.</summary>
    public const double CusumLimit = 4;

    /// <summary>True where a chart signals at the run that is checked.</summary>
    public bool IsSignal => Points.Count > 0 && Points[^1].IsSignal;

    /// <summary>The chart of a series in the order of time, the run that is checked last.</summary>
    public static DriftChart Of(IReadOnlyList<(string RunId, double Score)> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var accepted = Math.Max(0, series.Count - 1);
        if (accepted < ReferenceRuns)
        {
            return new DriftChart(accepted, null, null, []);
        }

        var reference = SampleMoments.Of([.. series.Take(ReferenceRuns).Select(run => run.Score)])!.Value;
        if (reference.Status != EstimateStatus.Ok)
        {
            return new DriftChart(accepted, reference.Mean, 0, []);
        }

        double[] scores = [.. series.Skip(ReferenceRuns).Select(run => run.Score)];
        var average = Ewma.Of(scores, reference.Mean, reference.Deviation, Weight, Width);
        var cusum = Cusum.Lower(scores, reference.Mean, reference.Deviation, Slack, CusumLimit);
        return new DriftChart(accepted, reference.Mean, reference.Deviation,
            [.. series.Skip(ReferenceRuns).Select((run, i) => new DriftChartPoint(
                run.RunId, run.Score, average.Points[i].Value, average.Points[i].Lower, average.Points[i].Upper, cusum.Sums[i], average.Points[i].IsSignal, cusum.Sums[i] > CusumLimit))]);
    }
}
