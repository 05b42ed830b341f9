namespace ValidationWorkbench.Statistics;

/// <summary>
/// Bounds of a ratio of paired means (Fieller 1954): all r for which the one-sided t bound of mean(x - r y) does not rule out 0, that is
/// (mean x - r mean y)^2 &lt;= t(C; n-1)^2 (Sxx - 2 r Sxy + r^2 Syy) / n.
/// </summary>
/// <param name="Lower">One-sided lower bound.</param>
/// <param name="Upper">One-sided upper bound.</param>
public sealed record RatioBound(double Lower, double Upper)
{
    /// <summary>
    /// Bounds of mean(x) / mean(y); null with fewer than two pairs, and where the mean of y is not shown to differ from 0, for then no bound exists.
    /// </summary>
    public static RatioBound? Of(IReadOnlyList<(double X, double Y)> pairs, double oneSidedConfidence)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 2)
        {
            return null;
        }

        double x = pairs.Average(pair => pair.X), y = pairs.Average(pair => pair.Y);
        var t = Quantile.StudentT(oneSidedConfidence, pairs.Count - 1);
        var scale = t * t / pairs.Count / (pairs.Count - 1);
        var square = (y * y) - (scale * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
        var mixed = (x * y) - (scale * pairs.Sum(pair => (pair.X - x) * (pair.Y - y)));
        var constant = (x * x) - (scale * pairs.Sum(pair => (pair.X - x) * (pair.X - x)));
        if (square <= 0)
        {
            return null;
        }

        // Never below 0 but for rounding: at r = x / y the inequality always holds.
        var root = Math.Sqrt(Math.Max(0, (mixed * mixed) - (square * constant)));
        return new RatioBound((mixed - root) / square, (mixed + root) / square);
    }
}
