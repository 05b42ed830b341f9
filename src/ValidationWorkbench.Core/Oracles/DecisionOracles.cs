using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Decisions, multiplicity and calibration: <c>decision.*</c>, <c>study.*</c>, <c>multi.*</c>, <c>calib.*</c>.</summary>
internal static class DecisionOracles
{
    private static readonly ContextOfUse Uncritical = new() { Purpose = "oracle", Critical = false, ReviewedBy = "oracle", InScope = [], OutOfScope = [] };

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["decision.proportion_at_least"] = AtLeast,
        ["decision.noninferiority"] = NonInferiority,
        ["decision.overall"] = arguments => Overall([.. arguments["verdicts"].EnumerateArray().Select(verdict => OracleWords.ReadVerdict(verdict.GetString()))]),
        ["study.categorization"] = StudyOracle.Categorization,
        ["multi.holm"] = arguments => new
        {
            adjusted = HolmAdjustment.Of(OracleWords.NumbersOrNull(arguments["p"])),
            bonferroni = HolmAdjustment.Bonferroni(OracleWords.NumbersOrNull(arguments["p"])),
        },
        ["multi.iut_pass_probability"] = AllPass,
        ["multi.repeat_until_pass"] = arguments => new
        {
            falseGo = arguments.Counts("attempts").Select(attempts => Multiplicity.RepeatUntilPass(arguments.Number("alpha"), attempts)).ToArray(),
        },
        ["calib.summary"] = CalibrationSummary,
    };

    /// <summary>What the verdicts of all criteria come to.</summary>
    public static Outcome Together(IEnumerable<Verdict> verdicts)
    {
        var criterion = OracleWords.Criterion(CriterionKind.Accuracy, CriterionMethod.ClopperPearson, 0.95, 0.95);
        var findings = verdicts.Select(verdict => new Finding { Criterion = criterion, N = 0, Verdict = verdict, Reason = string.Empty }).ToList();
        return RecommendationRule.Apply(Uncritical, findings, [], []).Outcome;
    }

    private static object AtLeast(OracleArguments arguments)
    {
        int x = arguments.Count("x"), n = arguments.Count("n");
        var confidence = OracleWords.OneSided(arguments, 1);
        var bound = BinomialBound.Interval(x, n, confidence);
        var criterion = OracleWords.Criterion(CriterionKind.Accuracy, CriterionMethod.ClopperPearson, arguments.Number("target"), confidence);
        var finding = AttributeCriterion.AtLeast(criterion, new Bracket(x, x, n), null, "cases");
        return new
        {
            status = OracleWords.Of(bound.Status),
            estimate = bound.Estimate,
            lower = finding.Lower ?? bound.Lower,
            upper = finding.Upper ?? bound.Upper,
            verdict = OracleWords.Of(finding.Verdict),
        };
    }

    private static object NonInferiority(OracleArguments arguments)
    {
        int gains = arguments.Count("gains"), losses = arguments.Count("losses"), n = arguments.Count("n");
        var confidence = OracleWords.OneSided(arguments, 2);
        var interval = TangoInterval.Estimate(gains, losses, n, confidence);
        var criterion = OracleWords.Criterion(CriterionKind.NonInferiority, CriterionMethod.Tango, arguments.Number("margin"), confidence);
        var finding = PairedCriterion.Assess(criterion, OracleWords.Pairs(gains, losses, n));
        return new
        {
            status = OracleWords.Of(interval.Status),
            estimate = interval.Estimate,
            lower = finding.Lower ?? interval.Lower,
            upper = finding.Upper ?? interval.Upper,
            verdict = OracleWords.Of(finding.Verdict),
        };
    }

    private static object Overall(Verdict[] verdicts)
    {
        var outcome = Together(verdicts);
        return new { overall = OracleWords.Of(outcome), action = OracleWords.Action(outcome) };
    }

    private static object AllPass(OracleArguments arguments)
    {
        var powers = arguments.Numbers("perCriterionPower");
        return new
        {
            status = OracleWords.Of(powers.Length == 0 ? EstimateStatus.Undefined : EstimateStatus.Ok),
            allPassIfIndependent = Multiplicity.AllPassIfIndependent(powers),
            lowerBoundAnyDependence = Multiplicity.AllPassAtLeast(powers),
        };
    }

    private static object CalibrationSummary(OracleArguments arguments)
    {
        var calibration = Calibration.Of(arguments.Numbers("confidence"), OracleWords.Rights(arguments["correct"]), arguments.Count("bins", 10));
        return new
        {
            status = OracleWords.Of(calibration.Status),
            n = calibration.N,
            brier = calibration.Brier,
            brierSkill = calibration.Skill,
            ece = calibration.ExpectedError,
            mce = calibration.GreatestError,
            bins = calibration.Bins.Select(bin => new { bin = bin.Index, n = bin.N, confidence = bin.Confidence, accuracy = bin.Accuracy }).ToArray(),
            reliability = calibration.Reliability,
            resolution = calibration.Resolution,
            uncertainty = calibration.Uncertainty,
            spiegelhalterZ = calibration.SpiegelhalterZ,
            spiegelhalterP = calibration.SpiegelhalterP,
        };
    }
}
