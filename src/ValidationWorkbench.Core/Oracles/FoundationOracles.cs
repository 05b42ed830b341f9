using System.Globalization;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Distributions and the random source: <c>found.*</c>.</summary>
internal static class FoundationOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["found.normal_quantile"] = arguments => new { z = Quantile.Normal(arguments.Number("p")) },
        ["found.beta_quantile"] = arguments => new { x = Quantile.Beta(arguments.Number("p"), arguments.Number("a"), arguments.Number("b")) },
        ["found.student_t_quantile"] = arguments => new { t = Quantile.StudentT(arguments.Number("p"), arguments.Number("df")) },
        ["found.student_t_cdf"] = arguments => new { p = StudentDistribution.Cdf(arguments.Number("t"), arguments.Number("df")) },
        ["found.chi2_sf"] = arguments => new { p = ChiSquareDistribution.UpperTail(arguments.Number("x"), arguments.Number("df")) },
        ["found.binomial_cdf"] = arguments => new { p = BinomialDistribution.Cdf(arguments.Count("x"), arguments.Count("n"), arguments.Number("p")) },
        ["found.splitmix64"] = arguments =>
        {
            var source = new SplitMix64(arguments.Bits("seed"));
            return new { outputs = Enumerable.Range(0, arguments.Count("count")).Select(_ => source.Next().ToString(CultureInfo.InvariantCulture)).ToArray() };
        },
        ["found.bounded_index"] = arguments =>
        {
            var source = new SplitMix64(arguments.Bits("seed"));
            var n = arguments.Count("n");
            return new { indices = Enumerable.Range(0, arguments.Count("count")).Select(_ => source.NextIndex(n)).ToArray() };
        },
    };
}
