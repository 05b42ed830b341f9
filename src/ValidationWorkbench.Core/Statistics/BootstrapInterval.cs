namespace ValidationWorkbench.Statistics;

/// <summary>Interval of a mean from resampled cases.</summary>
/// <param name="Mean">Mean of the case means; null where there is none.</param>
/// <param name="Lower">Lower limit; null where there is no interval.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="StandardError">Standard deviation of the resampled means.</param>
/// <param name="Bias">z0 of the BCa interval, the normal quantile of the share of resampled means below the mean.</param>
/// <param name="Acceleration">a of the BCa interval, from the jackknife.</param>
/// <param name="Status">Undefined with fewer than two cases, degenerate where all are equal.</param>
public sealed record BootstrapInterval(
    double? Mean, double? Lower, double? Upper, double? StandardError, double? Bias, double? Acceleration, EstimateStatus Status);
