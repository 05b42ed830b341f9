namespace ValidationWorkbench.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentDistribution
{
    /// <summary>P(T &lt;= t) in [0,1] for positive degrees of freedom v: half of I(v / (v + t^2); v/2, 1/2) on the left, mirrored on the right.</summary>
    public static double Cdf(double t, double degreesOfFreedom)
    {
        if (!double.IsFinite(t))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "A finite value is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        var ratio = t * t / degreesOfFreedom;
        var tail = double.IsInfinity(ratio) ? 0 : RegularizedBeta.Of(1 / (1 + ratio), ratio / (1 + ratio), degreesOfFreedom / 2, 0.5) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>P(T &gt; t), by symmetry, so that a small tail keeps its digits.</summary>
    public static double UpperTail(double t, double degreesOfFreedom) => Cdf(-t, degreesOfFreedom);
}
