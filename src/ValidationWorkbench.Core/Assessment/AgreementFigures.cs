using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Agreement in categories with the coefficients that correct it for chance. For display, never a gate. Categories are names without an order. A
/// category that is missing agrees with nothing, not even with another missing one.
/// </summary>
/// <param name="Cases">Cases counted.</param>
/// <param name="Raw">
/// Share of pairs that agree, in [0,1]; null without a pair. Its bounds are one-sided and exact; null where pairs are no independent cases.
/// </param>
/// <param name="Lower">Lower bound of that share.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Kappa">Cohen's kappa of two models, Fleiss' kappa of the repeats of one.</param>
/// <param name="Ac1">Gwet's AC1, which stays near the raw agreement where one category dominates.</param>
/// <param name="Alpha">Krippendorff's alpha; null where it is 0/0.</param>
public sealed record AgreementFigures(
    int Cases, double? Raw, double? Lower, double? Upper, AgreementCoefficient Kappa, AgreementCoefficient Ac1, double? Alpha)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>Agreement of the categories of two models, case by case; null marks a case without one.</summary>
    public static AgreementFigures OfModels(IReadOnlyList<(string? Baseline, string? Candidate)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        string[][] labels = [.. cases.Select(pair => Apart([pair.Baseline, pair.Candidate]))];
        string[] categories = [.. labels.SelectMany(pair => pair).Distinct(StringComparer.Ordinal)];
        var counts = CategoryCounts.OfLabels(labels);
        int[][] square = [.. categories.Select(row =>
            categories.Select(column => labels.Count(pair => pair[0] == row && pair[1] == column)).ToArray())];
        var raw = BinomialBound.Interval(labels.Count(pair => pair[0] == pair[1]), labels.Length, DisplayConfidence);
        return AgreementTable.Of(square) is not { } table
            ? new AgreementFigures(0, null, null, null, AgreementCoefficient.Undefined, AgreementCoefficient.Undefined, null)
            : new AgreementFigures(
                labels.Length, raw.Estimate, raw.Lower, raw.Upper, CohenKappa.Of(table, KappaWeights.Unweighted, DisplayConfidence),
                GwetAc1.Of(table, DisplayConfidence), KrippendorffAlpha.Of(counts));
    }

    /// <summary>Agreement of the repeats of one model, pair by pair within each case.</summary>
    public static AgreementFigures OfRepeats(IReadOnlyList<IReadOnlyList<string?>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var counts = CategoryCounts.OfLabels([.. cases.Select(Apart)]);
        var kappa = FleissKappa.Of(counts);

        // Fleiss' kappa comes without an interval.
        var coefficient = new AgreementCoefficient(kappa.Kappa, null, null, null, kappa.Status);
        return new AgreementFigures(cases.Count, counts.MeanPairAgreement(), null, null, coefficient, GwetAc1.Of(counts, DisplayConfidence),
            KrippendorffAlpha.Of(counts));
    }

    /// <summary>Gives each missing category a name of its own, so that it agrees with none.</summary>
    private static string[] Apart(IReadOnlyList<string?> labels) =>
        [.. labels.Select((label, i) => label ?? FormattableString.Invariant($"(none {i + 1})"))];
}
