using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Change over time: <c>drift.*</c>.</summary>
internal static class DriftOracles
{
    private const string UseSmoothed = "INFINITE_USE_SMOOTHED";
    private const double UsualConfidence = 0.95;

    // The spellings of oracle files and of the R package rpact, without marks and in lower case.
    private static readonly Dictionary<string, SpendingFunction> SpendingFunctions = new()
    {
        ["pocock"] = SpendingFunction.Pocock,
        ["asp"] = SpendingFunction.Pocock,
        ["obrienfleming"] = SpendingFunction.OBrienFleming,
        ["obf"] = SpendingFunction.OBrienFleming,
        ["of"] = SpendingFunction.OBrienFleming,
        ["asof"] = SpendingFunction.OBrienFleming,
    };

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["drift.category_mix"] = Mix,
        ["drift.psi_smoothed"] = SmoothedStability,
        ["drift.jsd"] = Divergence,
        ["drift.ks_two_sample"] = arguments =>
        {
            var test = KolmogorovSmirnov.Of(arguments.Numbers("x"), arguments.Numbers("y"));
            return new { test.D, pExact = test.PExact, pAsymptotic = test.PAsymptotic, p = test.P, exact = test.PExact is not null, status = OracleWords.Of(test.Status) };
        },
        ["drift.fisher_freeman_halton"] = arguments =>
        {
            var p = FisherFreemanHalton.PValue(arguments.Counts("reference"), arguments.Counts("current"));
            return new { p, status = OracleWords.Of(p is null ? EstimateStatus.Undefined : EstimateStatus.Ok) };
        },
        ["drift.ewma"] = MovingAverage,
        ["drift.cusum_lower"] = CumulativeSum,
        ["drift.arl_reference"] = _ => new
        {
            ewma_l02_L2962 = ArlReference.EwmaLambda02Limit2962,
            ewma_l01_L2814 = ArlReference.EwmaLambda01Limit2814,
            ewma_l02_L286 = ArlReference.EwmaLambda02Limit286,
            cusum_k05_h4_two = ArlReference.CusumLimit4TwoSided,
            cusum_k05_h5_two = ArlReference.CusumLimit5TwoSided,
            cusum_k05_h4_one = ArlReference.CusumLimit4OneSided,
            cusum_k05_h4_one_shift1 = ArlReference.CusumLimit4AfterShift1,
        },
        ["drift.alpha_spending_open_ended"] = arguments =>
        {
            var alpha = arguments.Number("alpha");
            var looks = arguments.Counts("look");
            return new { alphaAtLook = looks.Select(look => AlphaSeries.AtLook(alpha, look)), cumulative = looks.Select(look => AlphaSeries.SpentUpTo(alpha, look)) };
        },
        ["drift.familywise_false_alarm"] = arguments =>
        {
            var alpha = arguments.Number("alpha");
            var looks = arguments.Counts("looks");
            return new
            {
                independent = looks.Select(count => FamilywiseFalseAlarm.Independent(alpha, count)),
                atMost = looks.Select(count => FamilywiseFalseAlarm.AtMost(alpha, count)),
            };
        },
        ["drift.lan_demets"] = Spending,
        ["drift.pocock_two_looks"] = arguments =>
        {
            var sides = Sides(arguments);
            var alpha = arguments.Number("alpha") / sides;
            return new { nominalAlphaPerLook = sides * PocockTwoLooks.NominalAlpha(alpha), criticalZ = PocockTwoLooks.CriticalZ(alpha) };
        },
        ["drift.same_panel_sigma"] = arguments =>
        {
            var sigma = PanelSigma.Of(RepeatOracles.Scores(arguments));
            return new { sigmaMeanOfK = sigma.OfMean, sigmaSingleRepeat = sigma.OfSingleRepeat, binomialSigmaWRONG = sigma.Binomial, status = OracleWords.Of(sigma.Status) };
        },
    };

    private static object Mix(OracleArguments arguments)
    {
        int[] reference = arguments.Counts("reference"), current = arguments.Counts("current");
        var confidence = arguments.Number("conf", UsualConfidence);
        var mix = CategoryMix.Of(reference, current);
        var divergence = JensenShannon.Bits([.. reference.Select(count => (double)count)], [.. current.Select(count => (double)count)]);
        var hasCritical = mix.Status == EstimateStatus.Ok;
        return new
        {
            psi = PopulationStability.Of(reference, current),
            psiStatus = StabilityStatus(reference, current),
            jsdBits = divergence,
            jsDistance = Root(divergence),
            chi2 = mix.ChiSquare,
            df = mix.DegreesOfFreedom,
            pChi2 = mix.PChiSquare,
            g = mix.G,
            pG = mix.PG,
            cramersV = mix.CramersV,
            minExpected = mix.SmallestExpected,
            psiCritical95 = hasCritical ? PopulationStability.CriticalValue(mix.DegreesOfFreedom + 1, reference.Sum(), current.Sum(), confidence) : (double?)null,
            psiExpectedNoDrift = hasCritical ? PopulationStability.ExpectedWithoutDrift(mix.DegreesOfFreedom + 1, reference.Sum(), current.Sum()) : (double?)null,
            status = OracleWords.Of(mix.Status),
        };
    }

    private static object SmoothedStability(OracleArguments arguments)
    {
        int[] reference = arguments.Counts("reference"), current = arguments.Counts("current");
        var pseudoCount = arguments.Number("pseudoCount", 0.5);
        var psi = PopulationStability.Smoothed(reference, current, pseudoCount);
        var status = psi is null ? StabilityStatus(reference, current) : OracleWords.Of(EstimateStatus.Ok);
        return new { psi, psiStatus = status, status };
    }

    private static string StabilityStatus(int[] reference, int[] current) =>
        reference.Sum() == 0 || current.Sum() == 0 ? OracleWords.Of(EstimateStatus.Undefined)
        : PopulationStability.IsInfinite(reference, current) ? UseSmoothed
        : OracleWords.Of(EstimateStatus.Ok);

    private static object Divergence(OracleArguments arguments)
    {
        var bits = JensenShannon.Bits(arguments.Numbers("p"), arguments.Numbers("q"));
        var jsd = bits / Math.Log2(arguments.Number("base", 2));
        return new { jsdBits = bits, jsd, jsDistance = Root(jsd), status = OracleWords.Of(bits is null ? EstimateStatus.Undefined : EstimateStatus.Ok) };
    }

    private static object MovingAverage(OracleArguments arguments)
    {
        var chart = Ewma.Of(arguments.Numbers("x"), arguments.Number("mu0"), arguments.Number("sigma"), arguments.Number("lambda"), arguments.Number("L"));
        return new
        {
            ewma = chart.Points.Select(point => point.Value),
            lcl = chart.Points.Select(point => point.Lower),
            ucl = chart.Points.Select(point => point.Upper),
            uclAsymptotic = chart.UpperAsymptote,
            lclAsymptotic = chart.LowerAsymptote,
            ucl1 = chart.Points.Count == 0 ? (double?)null : chart.Points[0].Upper,
            lcl1 = chart.Points.Count == 0 ? (double?)null : chart.Points[0].Lower,
            signal = chart.FirstSignal is not null,
            firstSignal = chart.FirstSignal,
        };
    }

    /// <summary>Looks are shares of n cases around p0, or anything else around mu0 with sigma.</summary>
    private static object CumulativeSum(OracleArguments arguments)
    {
        var centre = arguments.Has("p0") ? arguments.Number("p0") : arguments.Number("mu0");
        var sigma = arguments.Has("sigma") ? arguments.Number("sigma") : Math.Sqrt(centre * (1 - centre) / arguments.Number("n"));
        if (sigma == 0)
        {
            return new { sigma, cusum = (double[]?)null, firstSignal = (int?)null, signal = (bool?)null, status = OracleWords.Of(EstimateStatus.Degenerate) };
        }

        var chart = Cusum.Lower(arguments.Numbers("x"), centre, sigma, arguments.Number("k"), arguments.Number("h"));
        return new { sigma, cusum = chart.Sums, firstSignal = chart.FirstSignal, signal = chart.FirstSignal is not null, status = OracleWords.Of(EstimateStatus.Ok) };
    }

    private static object Spending(OracleArguments arguments)
    {
        var name = string.Concat(arguments.Text("type").Where(char.IsAsciiLetter)).ToLowerInvariant();
        var function = SpendingFunctions.TryGetValue(name, out var known) ? known : throw new ArgumentException($"no tabled design: {arguments.Text("type")}.", nameof(arguments));
        var sides = Sides(arguments);
        var alpha = arguments.Number("alpha") / sides;
        var rates = arguments.Numbers("informationRates");
        return new
        {
            criticalZ = LanDeMets.CriticalZ(function, alpha, rates),
            spent = rates.Select(rate => sides * LanDeMets.Spent(function, alpha, rate)),
        };
    }

    /// <summary>A two-sided design is two one-sided ones of half the level; that a study crosses both limits is less likely than 1e-6.</summary>
    private static int Sides(OracleArguments arguments) => arguments.Count("sided", 1) is var sides and (1 or 2) ? sides : throw new FormatException("sided: 1 or 2 was expected.");

    private static double? Root(double? value) => value is { } number ? Math.Sqrt(number) : null;
}
