namespace ValidationWorkbench.Statistics;

/// <summary>A chance-corrected coefficient of agreement: 1 for full agreement, 0 for what chance gives, below 0 for less. For display, never a gate.</summary>
/// <param name="Value">The coefficient; null where it is 0/0, as where everybody always uses one category.</param>
/// <param name="StandardError">Its standard error for large samples, at least 0.</param>
/// <param name="Lower">Lower limit of its two-sided interval.</param>
/// <param name="Upper">Upper limit, at most 1.</param>
/// <param name="Status"><see cref="EstimateStatus.Degenerate"/> where the standard error is 0 or cannot be had; the limits then are no interval.</param>
public sealed record AgreementCoefficient(double? Value, double? StandardError, double? Lower, double? Upper, EstimateStatus Status)
{
    // Integer counts cannot give a variance as small as this; rounding can.
    private const double NoVariance = 1e-14;

    /// <summary>There is no coefficient.</summary>
    public static AgreementCoefficient Undefined { get; } = new(null, null, null, null, EstimateStatus.Undefined);

    /// <summary>Value -+ quantile x standard error, the upper limit cut at 1.</summary>
    /// <param name="value">The coefficient.</param>
    /// <param name="variance">Its variance times <paramref name="divisor"/>.</param>
    /// <param name="divisor">Number of cases, or what stands for it.</param>
    /// <param name="quantile">Normal or Student quantile.</param>
    internal static AgreementCoefficient Of(double value, double variance, double divisor, double quantile)
    {
        var error = variance < NoVariance ? 0 : Math.Sqrt(variance / divisor);
        return new AgreementCoefficient(
            value,
            error,
            value - (quantile * error),
            Math.Min(1, value + (quantile * error)),
            error == 0 ? EstimateStatus.Degenerate : EstimateStatus.Ok);
    }
}
