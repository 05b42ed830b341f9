using System.Text.Json;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Repeats of a case: <c>repro.*</c>. Names that end in 95 carry the confidence the oracle asks for. A missing score is a wrong answer, 0.</summary>
internal static class RepeatOracles
{
    private const double UsualConfidence = 0.95;

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["repro.summary"] = Summary,
        ["repro.icc_oneway"] = Icc,
        ["repro.cluster_robust_mean"] = Mean,
        ["repro.case_verdict_bounds"] = Verdicts,
        ["repro.case_bracket_bounds"] = arguments =>
        {
            var verdicts = CaseVerdicts.Of(Rights(arguments));
            var (lower, upper) = verdicts.Bracket(arguments.Number("conf", UsualConfidence));
            return new { xAll = verdicts.All, xAny = verdicts.Any, n = verdicts.Cases, lower, upper, status = OracleWords.Of(verdicts.Status) };
        },
        ["repro.korn_graubard"] = arguments =>
        {
            var interval = KornGraubard.Of(Scores(arguments), arguments.Number("conf", 0.9));
            return new
            {
                estimate = interval.Estimate,
                lower = interval.Lower,
                upper = interval.Upper,
                nEff = interval.EffectiveN,
                lowerCapped = interval.CappedLower,
                status = OracleWords.Of(interval.Status),
            };
        },
    };

    /// <summary>Scores of the repeats of each case; true counts 1.</summary>
    internal static double[][] Scores(OracleArguments arguments) => [.. arguments["cases"].EnumerateArray().Select(row => row.EnumerateArray().Select(Score).ToArray())];

    private static object Summary(OracleArguments arguments)
    {
        var summary = RepeatSummary.Of(arguments.LabelRows("cases"));
        var confidence = arguments.Number("conf", UsualConfidence);
        return new
        {
            x = summary.Identical,
            n = summary.Cases,
            exactMatchRate = summary.IdenticalShare,
            lower = BinomialBound.Lower(summary.Identical, summary.Cases, confidence),
            upper = BinomialBound.Upper(summary.Identical, summary.Cases, confidence),
            modalAgreement = summary.ModalAgreement,
            pairwiseAgreement = summary.PairAgreement,
            krippendorffAlpha = summary.Alpha,
            casesWithoutMode = summary.WithoutMode,
            status = OracleWords.Of(summary.Status),
        };
    }

    private static object Icc(OracleArguments arguments)
    {
        var icc = IntraclassCorrelation.Of(Scores(arguments), arguments.Number("conf", UsualConfidence));
        return new
        {
            msBetween = icc.Variance.Between,
            msWithin = icc.Variance.Within,
            icc1 = icc.OfSingleRepeat,
            icc1k = icc.OfMean,
            lower = icc.Lower,
            upper = icc.Upper,
            withinSd = icc.WithinDeviation,
            repeatabilityLimit = IntraclassCorrelation.RepeatabilityFactor * icc.WithinDeviation,
            status = OracleWords.Of(icc.Status),
        };
    }

    private static object Mean(OracleArguments arguments)
    {
        var mean = ClusterMean.Of(Scores(arguments), arguments.Number("conf1", UsualConfidence));
        return new
        {
            mean = mean.Mean,
            naiveSe = mean.NaiveError,
            clusterSe = mean.ClusterError,
            clusterSeNoSmallSample = mean.LargeSampleError,
            designEffect = mean.DesignEffect,
            icc = mean.Icc,
            kishDeff = mean.KishEffect,
            tLower95 = mean.Lower,
            status = OracleWords.Of(mean.Status),
        };
    }

    private static object Verdicts(OracleArguments arguments)
    {
        var verdicts = CaseVerdicts.Of(Rights(arguments));
        var confidence = arguments.Number("conf", UsualConfidence);
        object Bounds(double x, int n) => new { x, n, lower = FractionalBound.Lower(x, n, confidence), upper = FractionalBound.Upper(x, n, confidence) };
        return new
        {
            allK = Bounds(verdicts.All, verdicts.Cases),
            anyK = Bounds(verdicts.Any, verdicts.Cases),
            majority = Bounds(verdicts.Majority, verdicts.Cases),
            first = Bounds(verdicts.First, verdicts.Cases),
            fractional = Bounds(verdicts.Fractional, verdicts.Cases),
            naivePooledWRONG = Bounds(verdicts.PooledRight, verdicts.PooledCalls),
            n = verdicts.Cases,
            status = OracleWords.Of(verdicts.Status),
        };
    }

    private static bool[][] Rights(OracleArguments arguments) => [.. Scores(arguments).Select(row => row.Select(IsRight).ToArray())];

    private static bool IsRight(double score) => score switch
    {
        1 => true,
        0 => false,
        _ => throw new FormatException("A repeat is right, 1, or wrong, 0."),
    };

    private static double Score(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => 0,
        JsonValueKind.True => 1,
        _ => element.GetDouble(),
    };
}
