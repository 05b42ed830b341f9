using MathNet.Numerics.Distributions;

namespace ValidationWorkbench.Statistics;

/// <summary>Tails of Student's t distribution.</summary>
public static class StudentDistribution
{
    /// <summary>P(T &lt;= t) with positive degrees of freedom.</summary>
    public static double LowerTail(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return StudentT.CDF(0, 1, degreesOfFreedom, t);
    }

    /// <summary>P(T &gt; t), by symmetry, so that a small tail keeps its digits.</summary>
    public static double UpperTail(double t, double degreesOfFreedom) => LowerTail(-t, degreesOfFreedom);
}
