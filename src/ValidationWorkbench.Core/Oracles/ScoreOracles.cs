using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Continuous scores: <c>cont.*</c>. Names that end in 90 carry the confidence the oracle asks for.</summary>
internal static class ScoreOracles
{
    private const double UsualConfidence = 0.95;

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["cont.tost_paired"] = Equivalence,
        ["cont.paired_t"] = PairedTest,
        ["cont.mean_lower_one_sided"] = arguments =>
        {
            var bound = ScoreLowerBound.Of(arguments.Numbers("x"), arguments.Number("conf", UsualConfidence));
            return new { mean = bound.Mean, lower = bound.Lower, status = OracleWords.Of(bound.Status) };
        },
        ["cont.wilcoxon_signed_rank"] = SignedRank,
        ["cont.hodges_lehmann"] = arguments =>
        {
            var centre = HodgesLehmann.Of(arguments.Numbers("d"), arguments.Number("conf", UsualConfidence));
            return new { estimate = centre.Estimate, lower = centre.Lower, upper = centre.Upper, achievedConf = centre.AchievedConfidence, status = OracleWords.Of(centre.Status) };
        },
        ["cont.bootstrap_percentile"] = arguments => Bootstrap(arguments, CaseBootstrap.Percentile),
        ["cont.bootstrap_bca"] = arguments => Bootstrap(arguments, CaseBootstrap.Bca),
    };

    private delegate BootstrapInterval Resampling(IReadOnlyList<double> caseMeans, double confidence, ulong seed, int resamples);

    private static object Equivalence(OracleArguments arguments)
    {
        var test = EquivalenceTest.Of(arguments.Numbers("d"), arguments.Number("margin"), arguments.Number("alpha", 0.05));
        return new
        {
            n = test.Moments?.N ?? 0,
            mean = test.Moments?.Mean,
            sd = Deviation(test.Moments),
            se = Error(test.Moments),
            df = Degrees(test.Moments),
            tLower = test.TLower,
            tUpper = test.TUpper,
            pLower = test.PLower,
            pUpper = test.PUpper,
            pTost = test.P,
            ciLower90 = test.Lower,
            ciUpper90 = test.Upper,
            ciLower = test.Lower,
            ciUpper = test.Upper,
            equivalent = test.IsEquivalent,
            status = OracleWords.Of(test.Status),
        };
    }

    private static object PairedTest(OracleArguments arguments)
    {
        var test = PairedT.Of(arguments.Numbers("d"), arguments.Number("conf", UsualConfidence));
        return new
        {
            n = test.Moments?.N ?? 0,
            mean = test.Moments?.Mean,
            sd = Deviation(test.Moments),
            se = Error(test.Moments),
            t = test.T,
            df = Degrees(test.Moments),
            p = test.P,
            lower = test.Lower,
            upper = test.Upper,
            status = OracleWords.Of(test.Status),
        };
    }

    private static object SignedRank(OracleArguments arguments)
    {
        bool? exact = arguments.Has("exact") ? arguments.Flag("exact", true) : null;
        var test = WilcoxonSignedRank.Of(arguments.Numbers("d"), exact, arguments.Flag("continuity", true));
        return new
        {
            test.V,
            nNonZero = test.NonZero,
            pGreater = test.PGreater,
            pLess = test.PLess,
            pTwoSided = test.PTwoSided,
            exact = test.IsExact,
            status = OracleWords.Of(test.Status),
        };
    }

    private static object Bootstrap(OracleArguments arguments, Resampling resampling)
    {
        Require(arguments, "rng", "SplitMix64");
        Require(arguments, "index", "high64(u*n)");
        var interval = resampling(arguments.Numbers("d"), arguments.Number("conf", 0.9), arguments.Bits("seed"), arguments.Count("B", CaseBootstrap.DefaultResamples));
        return new
        {
            mean = interval.Mean,
            lower = interval.Lower,
            upper = interval.Upper,
            bootSe = interval.StandardError,
            z0 = interval.Bias,
            a = interval.Acceleration,
            status = OracleWords.Of(interval.Status),
        };
    }

    /// <summary>Draws of another kind would give other limits; better none than those.</summary>
    private static void Require(OracleArguments arguments, string name, string only)
    {
        if (arguments.Has(name) && arguments.Text(name) != only)
        {
            throw new FormatException($"{name}: {arguments.Text(name)} is not known, only {only}.");
        }
    }

    private static int? Degrees(SampleMoments? moments) => moments is { N: >= 2 } ? moments.Value.N - 1 : null;

    private static double? Deviation(SampleMoments? moments) => moments is { N: >= 2 } ? moments.Value.Deviation : null;

    private static double? Error(SampleMoments? moments) => moments is { N: >= 2 } ? moments.Value.StandardError : null;
}
