namespace ValidationWorkbench.Statistics;

/// <summary>The standard normal distribution. Its quantile is <see cref="Quantile.Normal"/>.</summary>
public static class NormalDistribution
{
    /// <summary>P(Z &lt;= z) in [0,1].</summary>
    public static double Cdf(double z) => double.IsNaN(z)
        ? throw new ArgumentOutOfRangeException(nameof(z), z, "A number is needed.")
        : MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);

    /// <summary>P(Z &gt; z) in [0,1]; small values keep their digits.</summary>
    public static double UpperTail(double z) => Cdf(-z);

    /// <summary>P(|Z| &gt;= |z|) in [0,1]: the two-sided p value of a z statistic.</summary>
    public static double TwoSided(double z) => Math.Min(1, 2 * Cdf(-Math.Abs(z)));
}
