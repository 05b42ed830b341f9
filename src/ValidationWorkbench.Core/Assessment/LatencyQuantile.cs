using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>A quantile of one model's latencies in seconds, with one-sided 95 % bounds by order statistics. A failed call counts as slower than any answer.</summary>
/// <param name="Role">The model.</param>
/// <param name="P">Which quantile, in (0,1).</param>
/// <param name="Bound">Estimate and bounds.</param>
public sealed record LatencyQuantile(ModelRole Role, double P, OrderStatisticBound Bound)
{
    private const double DisplayConfidence = 0.95;

    private static readonly double[] Shown = [0.5, 0.9, 0.99];

    /// <summary>Median, 90 % and 99 % quantile of a model's calls.</summary>
    public static IReadOnlyList<LatencyQuantile> Of(ScoredRun run, ModelRole role)
    {
        ArgumentNullException.ThrowIfNull(run);
        var calls = run.Calls.Where(call => call.Role == role).ToLookup(call => call.Answered, call => call.Latency.TotalSeconds);
        List<double> answered = [.. calls[true]];
        return [.. Shown.Select(p => new LatencyQuantile(role, p, OrderStatisticBound.Of(answered, p, DisplayConfidence, calls[false].Count())))];
    }
}
