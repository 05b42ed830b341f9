namespace ValidationWorkbench.Statistics;

/// <summary>
/// Average run lengths of usual control charts: looks until the first signal. Design constants, computed by Gauss-Legendre quadrature of the
/// integral equations of the run length (Lucas and Saccucci 1990 for EWMA with asymptotic limits, Page 1954 for CUSUM) for normal looks.
/// </summary>
public static class ArlReference
{
    /// <summary>Two-sided EWMA, lambda = 0.2, L = 2.962, no change.</summary>
    public const double EwmaLambda02Limit2962 = 499.735122166;

    /// <summary>Two-sided EWMA, lambda = 0.1, L = 2.814, no change.</summary>
    public const double EwmaLambda01Limit2814 = 499.579550083;

    /// <summary>Two-sided EWMA, lambda = 0.2, L = 2.86, no change.</summary>
    public const double EwmaLambda02Limit286 = 371.103304250;

    /// <summary>Two-sided CUSUM, k = 0.5, h = 4, no change.</summary>
    public const double CusumLimit4TwoSided = 167.683788814;

    /// <summary>Two-sided CUSUM, k = 0.5, h = 5, no change.</summary>
    public const double CusumLimit5TwoSided = 465.443506032;

    /// <summary>One-sided CUSUM, k = 0.5, h = 4, no change.</summary>
    public const double CusumLimit4OneSided = 335.367577627;

    /// <summary>One-sided CUSUM, k = 0.5, h = 4, after a shift of one standard deviation.</summary>
    public const double CusumLimit4AfterShift1 = 8.383202130;
}
