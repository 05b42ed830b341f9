namespace ValidationWorkbench.Statistics;

/// <summary>
/// Levels for looks without an end: alpha / (t (t+1)) at look t. They add up to alpha for ever, whatever the dependence between looks, and are
/// strict for late looks; the count restarts at each approved periodic review.
/// </summary>
public static class AlphaSeries
{
    /// <summary>Level at a look, counted from 1.</summary>
    public static double AtLook(double alpha, int look)
    {
        Require(alpha, look);
        return alpha / ((double)look * (look + 1));
    }

    /// <summary>Sum of the levels of all looks up to this one, alpha t / (t+1).</summary>
    public static double SpentUpTo(double alpha, int look)
    {
        Require(alpha, look);
        return alpha * look / (look + 1.0);
    }

    private static void Require(double alpha, int look)
    {
        StatisticsArguments.RequireConfidence(1 - alpha);
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
    }
}
