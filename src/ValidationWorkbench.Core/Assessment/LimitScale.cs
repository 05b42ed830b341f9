using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// A finding on a scale that all criteria share: 0 is the limit, 1 the best value there is, negative values miss the limit. It only shows; verdicts
/// follow from the values themselves.
/// </summary>
/// <param name="Lower">Least favourable end of the interval, at least -1.</param>
/// <param name="Observed">The observed value.</param>
/// <param name="Upper">Most favourable end, at most 1.</param>
/// <param name="IsClipped">True where an end lies beyond the scale and is drawn at its edge.</param>
public readonly record struct LimitScale(double Lower, double Observed, double Upper, bool IsClipped)
{
    /// <summary>The place of a finding; null where nothing was observed, or where the limit is the best value and leaves no scale.</summary>
    /// <remarks>
    /// With limit L: (x - L) / (1 - L) for a least share or ratio, (L - x) / L for a greatest share, (x + M) / M for a difference above -M, so that equal
    /// models are at 1, and (L - |x|) / L for a mean difference within L.
    /// </remarks>
    public static LimitScale? Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Observed is not { } observed || finding.Criterion.Limit <= 0)
        {
            return null;
        }

        var (lower, upper) = (finding.Lower ?? observed, finding.Upper ?? observed);
        var limit = finding.Criterion.Limit;
        return finding.Criterion.Kind switch
        {
            CriterionKind.UnderCategorization or CriterionKind.ErrorRate => Clip(x => (limit - x) / limit, upper, observed, lower),
            CriterionKind.NonInferiority => Clip(x => (x + limit) / limit, lower, observed, upper),
            CriterionKind.Confidence => Clip(x => (limit - x) / limit, Math.Max(Math.Abs(lower), Math.Abs(upper)), Math.Abs(observed),
                lower <= 0 && upper >= 0 ? 0 : Math.Min(Math.Abs(lower), Math.Abs(upper))),
            _ when limit >= 1 => null,
            _ => Clip(x => (x - limit) / (1 - limit), lower, observed, upper),
        };
    }

    private static LimitScale Clip(Func<double, double> scale, double worst, double observed, double best)
    {
        double Within(double x) => Math.Clamp(scale(x), -1, 1);
        return new LimitScale(Within(worst), Within(observed), Within(best), scale(worst) < -1 || scale(best) > 1);
    }
}
