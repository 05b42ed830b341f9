using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Paired yes-no data: <c>paired.*</c>.</summary>
internal static class PairedOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["paired.mcnemar"] = McNemar,
        ["paired.tango_ci"] = arguments => OracleWords.Interval(
            TangoInterval.Estimate(arguments.Count("gains"), arguments.Count("losses"), arguments.Count("n"), OracleWords.OneSided(arguments, 2))),
        ["paired.newcombe_ci"] = arguments => OracleWords.Interval(NewcombeInterval.Of(
            arguments.Count("gains"), arguments.Count("losses"), arguments.Count("bothRight"), arguments.Count("bothWrong"), OracleWords.OneSided(arguments, 2))),
        ["paired.tango_noninferiority"] = NonInferiority,
        ["paired.ni_min_n_all_concordant"] = arguments => new
        {
            n = arguments.Numbers("margin").Select(margin => TangoPower.SmallestConcordant(margin, arguments.Number("alpha", 0.025))).ToArray(),
        },
        ["paired.tango_ni_power"] = Power,
    };

    private static object McNemar(OracleArguments arguments)
    {
        var test = McNemarTest.Of(arguments.Count("gains"), arguments.Count("losses"));
        return new { status = OracleWords.Of(test.Status), exactTwoSided = test.Exact, midP = test.MidP, chi2 = test.ChiSquared, asymptoticP = test.Asymptotic };
    }

    private static object NonInferiority(OracleArguments arguments)
    {
        var test = TangoTest.Of(arguments.Count("gains"), arguments.Count("losses"), arguments.Count("n"), arguments.Number("margin"));
        return new
        {
            status = OracleWords.Of(test.Status),
            z = test.Z,
            pOneSided = test.P,
            nonInferiorAt0025 = test.IsNonInferior(0.025),
            nonInferiorAt005 = test.IsNonInferior(0.05),
        };
    }

    private static object Power(OracleArguments arguments)
    {
        var difference = arguments.Number("trueDifference", 0);
        double?[] Row(int n)
        {
            var power = new TangoPower(n, arguments.Number("margin"), arguments.Number("alpha", 0.025));
            return [.. arguments.Numbers("discordantRate").Select(rate => Math.Abs(difference) <= rate ? power.Of(rate, difference) : (double?)null)];
        }

        return new { power = arguments.Counts("n").Select(Row).ToArray() };
    }
}
