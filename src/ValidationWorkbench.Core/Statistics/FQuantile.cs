namespace ValidationWorkbench.Statistics;

/// <summary>Quantiles of the F distribution, F = d2 x / (d1 (1 - x)) with x the quantile of the beta distribution with shapes d1/2 and d2/2.</summary>
public static class FQuantile
{
    /// <summary>Quantile for p in (0,1) with positive degrees of freedom of numerator and denominator.</summary>
    public static double Of(double p, double numeratorDegrees, double denominatorDegrees)
    {
        // 1 - x is asked for by itself: near x = 1 the subtraction would lose its digits.
        var x = Quantile.Beta(p, numeratorDegrees / 2, denominatorDegrees / 2);
        var complement = Quantile.Beta(1 - p, denominatorDegrees / 2, numeratorDegrees / 2);
        return denominatorDegrees * x / (numeratorDegrees * complement);
    }
}
