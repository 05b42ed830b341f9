namespace ValidationWorkbench.Statistics;

/// <summary>
/// Two equal looks at half and at all of the data with one and the same critical value (Pocock 1977), for a planned extension. Design constants,
/// from numerical integration of the joint normal distribution of both looks.
/// </summary>
public static class PocockTwoLooks
{
    private static readonly Dictionary<double, double> CriticalValues = new()
    {
        [0.01] = 2.531108166852,
        [0.025] = 2.178272094376,
        [0.05] = 1.875423278376,
    };

    /// <summary>Critical z at each look for an overall one-sided level.</summary>
    /// <exception cref="ArgumentException">The level is not tabled.</exception>
    public static double CriticalZ(double oneSidedAlpha) => CriticalValues.TryGetValue(oneSidedAlpha, out var z) ? z
        : throw new ArgumentException("no tabled design: two looks by Pocock are tabled for one-sided levels .01, .025 and .05.", nameof(oneSidedAlpha));

    /// <summary>One-sided level at each look.</summary>
    /// <exception cref="ArgumentException">The level is not tabled.</exception>
    public static double NominalAlpha(double oneSidedAlpha) => NormalDistribution.UpperTail(CriticalZ(oneSidedAlpha));
}
