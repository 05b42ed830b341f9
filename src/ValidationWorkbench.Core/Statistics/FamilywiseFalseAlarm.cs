namespace ValidationWorkbench.Statistics;

/// <summary>What becomes of a level when a test is repeated without correction and nothing has changed.</summary>
public static class FamilywiseFalseAlarm
{
    /// <summary>Probability of at least one false alarm in independent looks, 1 - (1 - alpha)^looks.</summary>
    public static double Independent(double alpha, int looks)
    {
        StatisticsArguments.RequireConfidence(1 - alpha);
        ArgumentOutOfRangeException.ThrowIfNegative(looks);
        return 1 - Math.Pow(1 - alpha, looks);
    }

    /// <summary>Largest probability whatever the dependence between looks, min(1, looks x alpha).</summary>
    public static double AtMost(double alpha, int looks)
    {
        StatisticsArguments.RequireConfidence(1 - alpha);
        ArgumentOutOfRangeException.ThrowIfNegative(looks);
        return Math.Min(1, looks * alpha);
    }
}
