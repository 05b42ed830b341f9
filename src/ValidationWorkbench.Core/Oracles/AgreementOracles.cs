using System.Text.Json;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Agreement of raters: <c>agree.*</c>. Names that end in 95 carry the confidence the oracle asks for, which is 95 % where it asks for none.</summary>
internal static class AgreementOracles
{
    private const double UsualConfidence = 0.95;

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["agree.two_raters"] = TwoRaters,
        ["agree.fleiss_kappa"] = arguments =>
        {
            var kappa = FleissKappa.Of(CategoryCounts.OfTable(arguments.CountRows("counts")));
            return new { kappa = kappa.Kappa, po = kappa.Observed, pe = kappa.Expected, status = OracleWords.Of(kappa.Status) };
        },
        ["agree.krippendorff_nominal"] = arguments =>
        {
            var alpha = KrippendorffAlpha.Of(CategoryCounts.OfLabels(arguments.LabelRows("units")));
            return new { alpha, status = OracleWords.Of(alpha is null ? EstimateStatus.Undefined : EstimateStatus.Ok) };
        },
        ["agree.repeats_nominal"] = Repeats,
        ["agree.case_concordance"] = Concordance,
    };

    private static object TwoRaters(OracleArguments arguments)
    {
        var confidence = arguments.Number("conf", UsualConfidence);
        var table = AgreementTable.Of(arguments.CountRows("table"));
        object Kappa(KappaWeights weights) => KappaValues(table is null ? AgreementCoefficient.Undefined : CohenKappa.Of(table, weights, confidence));
        var ac1 = table is null ? AgreementCoefficient.Undefined : GwetAc1.Of(table, confidence);
        var status = table is null ? EstimateStatus.Undefined : CohenKappa.Of(table, KappaWeights.Unweighted, confidence).Status;
        return new
        {
            n = table?.N ?? 0,
            po = table?.Observed,
            pe = table?.Expected,
            unweighted = Kappa(KappaWeights.Unweighted),
            linear = Kappa(KappaWeights.Linear),
            quadratic = Kappa(KappaWeights.Quadratic),
            ac1 = new { value = ac1.Value, se = ac1.StandardError, lower = ac1.Lower, upper = ac1.Upper, status = OracleWords.Of(ac1.Status) },
            status = OracleWords.Of(status),
        };
    }

    private static object KappaValues(AgreementCoefficient kappa) =>
        new { kappa = kappa.Value, se = kappa.StandardError, lower = kappa.Lower, upper = kappa.Upper, status = OracleWords.Of(kappa.Status) };

    private static object Repeats(OracleArguments arguments)
    {
        var counts = CategoryCounts.OfLabels(arguments.LabelRows("cases"));
        var ac1 = GwetAc1.Of(counts, arguments.Number("conf", UsualConfidence));
        var alpha = KrippendorffAlpha.Of(counts);
        return new
        {
            krippendorffAlpha = alpha,
            fleissKappa = counts.Ratings.Distinct().Count() > 1 ? null : FleissKappa.Of(counts).Kappa,
            ac1 = ac1.Value,
            ac1Se = ac1.StandardError,
            ac1Lower = ac1.Lower,
            ac1Upper = ac1.Upper,
            pairwiseAgreement = counts.MeanPairAgreement(),
            status = OracleWords.Of(alpha is null ? EstimateStatus.Undefined : ac1.Status),
        };
    }

    private static object Concordance(OracleArguments arguments)
    {
        var concordance = CaseConcordance.Of(
            [.. arguments["cases"].EnumerateArray().Select(Pair)],
            arguments.Number("tolerance"),
            arguments.Flag("strict", true),
            arguments.Number("guard", CaseConcordance.DefaultGuard));
        var (lower, upper) = concordance.Bounds(arguments.Number("conf", UsualConfidence));
        var n = concordance.Conforming.Count;
        return new
        {
            conforming = concordance.Conforming,
            x = concordance.Count,
            n,
            rate = n == 0 ? (double?)null : (double)concordance.Count / n,
            lower95 = lower,
            upper95 = upper,
            lower,
            upper,
            status = OracleWords.Of(n == 0 ? EstimateStatus.Undefined : EstimateStatus.Ok),
        };
    }

    private static ConcordancePair Pair(JsonElement element) => new(
        Category(element, "baselineCategory"), Category(element, "candidateCategory"), Confidence(element, "baselineConfidence"), Confidence(element, "candidateConfidence"));

    private static string? Category(JsonElement element, string name) => !element.TryGetProperty(name, out var category) ? null : category.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => category.GetString(),
        _ => category.GetRawText(),
    };

    private static double? Confidence(JsonElement element, string name) =>
        element.TryGetProperty(name, out var confidence) && confidence.ValueKind == JsonValueKind.Number ? confidence.GetDouble() : null;
}
