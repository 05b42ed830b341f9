using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Single proportions: <c>prop.*</c>, <c>lat.*</c>, <c>err.*</c>.</summary>
internal static partial class ProportionOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["prop.wilson"] = arguments => Wilson(arguments, 2),
        ["prop.wilson_lower"] = arguments => Wilson(arguments, 1),
        ["prop.clopper_pearson"] = arguments => ClopperPearson(arguments, 2),
        ["prop.clopper_pearson_one_sided"] = arguments => ClopperPearson(arguments, 1),
        ["prop.success_run_n"] = arguments => new { n = SuccessRun.CasesNeeded(arguments.Number("confidence"), arguments.Number("reliability")) },
        ["prop.n_for_allowed_failures"] = arguments => new
        {
            n = arguments.Counts("failures")
                .Select(failures => SuccessRun.CasesNeeded(arguments.Number("confidence"), arguments.Number("reliability"), failures)).ToArray(),
        },
        ["prop.zero_failure_upper"] = arguments => new
        {
            exact = arguments.Counts("n").Select(n => SuccessRun.ZeroFailureUpper(n, arguments.Number("conf", 0.95))).ToArray(),
            ruleOfThree = arguments.Counts("n").Select(SuccessRun.RuleOfThree).ToArray(),
        },
        ["prop.min_successes_to_demonstrate"] = arguments => new
        {
            minSuccesses = arguments.Counts("n")
                .Select(n => ProportionPower.SmallestCount(n, arguments.Number("target"), arguments.Number("conf", 0.95))).ToArray(),
        },
        ["prop.power_to_demonstrate"] = arguments => new
        {
            power = arguments.Counts("n").Select(n => arguments.Numbers("pTrue")
                .Select(rate => ProportionPower.Power(n, arguments.Number("target"), arguments.Number("conf", 0.95), rate)).ToArray()).ToArray(),
        },
        ["prop.naive_point_rule_pass_probability"] = arguments =>
        {
            var rule = ReadRule(arguments.Text("rule"));
            return new { passProbability = arguments.Numbers("pTrue").Select(rate => rule.PassProbability(arguments.Count("n"), rate)).ToArray() };
        },
        ["lat.quantile_bounds"] = QuantileBounds,
        ["lat.min_n_for_upper_bound"] = arguments => new
        {
            n = arguments.Numbers("p").Select(p => OrderStatisticBound.SmallestN(p, arguments.Number("conf", 0.95))).ToArray(),
        },
        ["lat.upper_rank"] = arguments => new
        {
            rank = arguments.Counts("n").Select(n => OrderStatisticBound.UpperRankOf(n, arguments.Number("p"), arguments.Number("conf", 0.95))).ToArray(),
        },
        ["lat.proportion_within_limit"] = WithinLimit,
        ["err.upper_bound"] = ErrorRate,
    };

    private static object Wilson(OracleArguments arguments, int sided) =>
        OracleWords.Interval(WilsonInterval.Of(arguments.Count("x"), arguments.Count("n"), OracleWords.OneSided(arguments, sided)));

    private static object ClopperPearson(OracleArguments arguments, int sided) =>
        OracleWords.Interval(BinomialBound.Interval(arguments.Count("x"), arguments.Count("n"), OracleWords.OneSided(arguments, sided)));

    private static object QuantileBounds(OracleArguments arguments)
    {
        // A value that is not available is a call that was given up.
        var values = OracleWords.NumbersOrNull(arguments["x"]);
        var known = values.OfType<double>().ToList();
        var bound = OrderStatisticBound.Of(known, arguments.Number("p"), arguments.Number("conf1", 0.95), values.Length - known.Count);
        return new
        {
            status = OracleWords.Of(bound.Status),
            n = bound.N,
            estimateType7 = bound.Estimate,
            lowerRank = bound.LowerRank,
            lower = bound.Lower,
            upperRank = bound.UpperRank,
            upper = bound.Upper,
        };
    }

    private static object WithinLimit(OracleArguments arguments)
    {
        int within = arguments.Count("within"), n = arguments.Count("n");
        var bound = BinomialBound.Interval(within, n, arguments.Number("conf", 0.95));
        var criterion = OracleWords.Criterion(CriterionKind.Latency, CriterionMethod.ClopperPearson, arguments.Number("target"), arguments.Number("conf", 0.95));
        var verdict = AttributeCriterion.AtLeast(criterion, new Bracket(within, within, n), null, "calls").Verdict;
        return new
        {
            status = OracleWords.Of(bound.Status),
            estimate = bound.Estimate,
            lower = bound.Lower,
            upper = bound.Upper,
            passed = verdict == Verdict.Go,
            verdict = OracleWords.Of(verdict),
        };
    }

    private static object ErrorRate(OracleArguments arguments)
    {
        int errors = arguments.Count("errors"), n = arguments.Count("n");
        var bound = BinomialBound.Interval(errors, n, arguments.Number("conf", 0.95));
        var criterion = OracleWords.Criterion(CriterionKind.ErrorRate, CriterionMethod.ClopperPearson, arguments.Number("target"), arguments.Number("conf", 0.95));
        var verdict = AttributeCriterion.AtMost(criterion, new Bracket(errors, errors, n), null, "calls").Verdict;
        return new
        {
            status = OracleWords.Of(bound.Status),
            rate = bound.Estimate,
            lower = bound.Lower,
            upper = bound.Upper,
            demonstrated = verdict == Verdict.Go,
            verdict = OracleWords.Of(verdict),
        };
    }

    private static NaiveRule ReadRule(string rule) => Rule().Match(rule) is { Success: true } match
        ? new NaiveRule(decimal.Parse(match.Groups["limit"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), match.Groups["sign"].Value == ">")
        : throw new FormatException($"{rule} is no rule such as x/n >= 0.95.");

    [GeneratedRegex(@"^\s*x\s*/\s*n\s*(?<sign>>=|>)\s*(?<limit>[0-9]*\.?[0-9]+)\s*$")]
    private static partial Regex Rule();
}
