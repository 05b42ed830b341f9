namespace ValidationWorkbench.Statistics;

/// <summary>An estimate with its interval.</summary>
/// <param name="Status"><see cref="EstimateStatus.Undefined"/> where there are no data; the limits are then the ends of the scale.</param>
/// <param name="Estimate">The estimate; null where there is none.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit, at least the lower one.</param>
public sealed record IntervalEstimate(EstimateStatus Status, double? Estimate, double Lower, double Upper);
