using MathNet.Numerics;

namespace ValidationWorkbench.Statistics;

/// <summary>The standard normal distribution, by the complementary error function, so that small tails keep their digits.</summary>
public static class NormalDistribution
{
    /// <summary>P(Z &lt;= z).</summary>
    public static double LowerTail(double z) => SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2;

    /// <summary>P(Z &gt; z).</summary>
    public static double UpperTail(double z) => LowerTail(-z);
}
