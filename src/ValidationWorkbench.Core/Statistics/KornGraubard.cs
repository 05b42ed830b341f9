namespace ValidationWorkbench.Statistics;

/// <summary>
/// Clopper and Pearson's interval with the number of independent answers that repeats of a case are worth (Korn and Graubard 1998):
/// n_eff = p (1-p) / SE^2 x (t(1-a/2; mk-1) / t(1-a/2; m-1))^2 with SE the cluster error, x = p n_eff. Scores lie in [0,1].
/// </summary>
/// <param name="Estimate">Mean of the case means; null without cases.</param>
/// <param name="EffectiveN">n_eff; null where the case means do not vary.</param>
/// <param name="Lower">Lower limit; for all-perfect cases (a/2)^(1/m).</param>
/// <param name="Upper">Upper limit; for all-failed cases 1 - (a/2)^(1/m).</param>
/// <param name="CappedLower">
/// Lower limit that never exceeds the one of m perfect cases. Without the cap, a single flaw in one case may raise the limit.
/// </param>
/// <param name="Status">Undefined with fewer than two cases, degenerate where all case means are equal.</param>
public sealed record KornGraubard(double? Estimate, double? EffectiveN, double? Lower, double? Upper, double? CappedLower, EstimateStatus Status)
{
    /// <summary>The interval with the two-sided confidence given.</summary>
    /// <exception cref="ArgumentException">The cases do not all have the same number of repeats, or a score lies outside of [0,1].</exception>
    public static KornGraubard Of(IReadOnlyList<IReadOnlyList<double>> cases, double confidence)
    {
        var oneSided = (1 + confidence) / 2;
        var mean = ClusterMean.Of(cases, oneSided);
        if (cases.Any(scores => scores.Any(score => score is < 0 or > 1)))
        {
            throw new ArgumentException("Scores in [0,1] are needed.", nameof(cases));
        }

        var m = cases.Count;
        if (mean.Mean is not { } p || mean.ClusterError is not { } error)
        {
            return new KornGraubard(mean.Mean, null, null, null, null, EstimateStatus.Undefined);
        }

        if (mean.Status == EstimateStatus.Degenerate)
        {
            double? lower = p == 1 ? FractionalBound.Lower(m, m, oneSided) : p == 0 ? 0 : null;
            double? upper = p == 0 ? FractionalBound.Upper(0, m, oneSided) : p == 1 ? 1 : null;
            return new KornGraubard(p, null, lower, upper, lower, EstimateStatus.Degenerate);
        }

        var ratio = Quantile.StudentT(oneSided, (m * cases[0].Count) - 1) / Quantile.StudentT(oneSided, m - 1);
        var effective = p * (1 - p) / (error * error) * ratio * ratio;
        var limit = FractionalBound.Lower(p * effective, effective, oneSided);
        return new KornGraubard(
            p, effective, limit, FractionalBound.Upper(p * effective, effective, oneSided), Math.Min(limit, FractionalBound.Lower(m, m, oneSided)), EstimateStatus.Ok);
    }
}
