using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Measures of a shift between two category mixes. The usual bands of the stability index ignore how many answers there are: with few it is
/// large by chance alone. So they are shown only where its 95 % critical value lies below the first band.
/// </summary>
/// <param name="Index">Population stability index; null where a group is empty.</param>
/// <param name="IsSmoothed">True where a category occurs in one group only, so that half a case was added to each.</param>
/// <param name="Critical">What the index exceeds in 5 % of looks without any shift; null with fewer than two categories in use.</param>
/// <param name="DivergenceBits">Jensen-Shannon divergence in bits, in [0,1]; null where a group is empty.</param>
/// <param name="Distance">Its square root.</param>
public sealed record MixStability(double? Index, bool IsSmoothed, double? Critical, double? DivergenceBits, double? Distance)
{
    /// <summary>Index from which on a shift is called moderate.</summary>
    public const double Moderate = 0.1;

    /// <summary>Index from which on a shift is called large.</summary>
    public const double Large = 0.25;

    private const double Confidence = 0.95;
    private const double PseudoCount = 0.5;

    /// <summary>True where there are enough cases and answers for the bands to mean anything.</summary>
    public bool BandsApply => CanTell(Moderate);

    /// <summary>The band in a word; null where the bands do not apply.</summary>
    public string? Band => !BandsApply || Index is not { } index ? null : index < Moderate ? "small" : index < Large ? "moderate" : "large";

    /// <summary>True where there are enough cases and answers to tell an index of so much from chance.</summary>
    public bool CanTell(double index) => Critical < index;

    /// <summary>Measures over the categories in use.</summary>
    public static MixStability Of(IReadOnlyList<CategoryShare> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var used = categories.Where(category => category.Reference + category.Production > 0).ToList();
        int[] reference = [.. used.Select(category => category.Reference)], production = [.. used.Select(category => category.Production)];
        int n = reference.Sum(), m = production.Sum();
        if (n == 0 || m == 0)
        {
            return new MixStability(null, false, null, null, null);
        }

        var smoothed = PopulationStability.IsInfinite(reference, production);
        var bits = JensenShannon.Bits([.. reference.Select(count => (double)count)], [.. production.Select(count => (double)count)]);
        return new MixStability(
            smoothed ? PopulationStability.Smoothed(reference, production, PseudoCount) : PopulationStability.Of(reference, production), smoothed,
            used.Count < 2 ? null : PopulationStability.CriticalValue(used.Count, n, m, Confidence),
            bits, bits is { } value ? Math.Sqrt(value) : null);
    }

    /// <summary>
    /// Answers m that tell an index from chance with a reference of n cases and B categories: 1/m &lt; index / chi-square(0.95; B-1) - 1/n; null
    /// where none are enough.
    /// </summary>
    public static int? AnswersNeeded(double index, int categories, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(index);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (categories < 2)
        {
            return null;
        }

        var rest = (index / ChiSquareDistribution.Quantile(Confidence, categories - 1)) - (1.0 / n);
        return rest <= 0 ? null : (int)Math.Floor(1 / rest) + 1;
    }
}
