using System.Text.RegularExpressions;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>From raw repeats of two models to verdicts: <c>study.categorization</c>.</summary>
internal static partial class StudyOracle
{
    public static object Categorization(OracleArguments arguments)
    {
        var study = new PairedRepeats(Rows(arguments, "baseline"), Rows(arguments, "candidate"));
        var (lower, upper, paired) = Rules(arguments);
        double confidence = arguments.Number("conf", 0.95), pairedConfidence = (1 + arguments.Number("niConf", 0.95)) / 2;
        var (gains, losses) = study.Discordant(paired);
        var count = new Bracket(PairedRepeats.Count(study.Candidate, lower), PairedRepeats.Count(study.Candidate, upper), study.N);
        var accuracy = AttributeCriterion.AtLeast(
            OracleWords.Criterion(CriterionKind.Accuracy, CriterionMethod.ClopperPearson, arguments.Number("target"), confidence), count, null, "cases");
        var comparison = PairedCriterion.Assess(
            OracleWords.Criterion(CriterionKind.NonInferiority, CriterionMethod.Tango, arguments.Number("niMargin"), pairedConfidence),
            OracleWords.Pairs(gains, losses, study.N));
        var tango = TangoInterval.Estimate(gains, losses, study.N, pairedConfidence);
        var overall = DecisionOracles.Together([accuracy.Verdict, comparison.Verdict]);
        return new
        {
            status = OracleWords.Of(tango.Status),
            nCases = study.N,
            baselineStrict = PairedRepeats.Count(study.Baseline, CaseRule.AllRight),
            candidateStrict = PairedRepeats.Count(study.Candidate, CaseRule.AllRight),
            baselineAny = PairedRepeats.Count(study.Baseline, CaseRule.AnyRight),
            candidateAny = PairedRepeats.Count(study.Candidate, CaseRule.AnyRight),
            candidateLower95 = BinomialBound.Lower(count.All, count.N, confidence),
            candidateUpper95 = BinomialBound.Upper(count.Any, count.N, confidence),
            accuracyVerdict = OracleWords.Of(accuracy.Verdict),
            gains,
            losses,
            tangoLower = tango.Lower,
            tangoUpper = tango.Upper,
            niVerdict = OracleWords.Of(comparison.Verdict),
            mcnemarExact = McNemarTest.Of(gains, losses).Exact,
            callAccuracyBaseline = PairedRepeats.CallAccuracy(study.Baseline),
            callAccuracyCandidate = PairedRepeats.CallAccuracy(study.Candidate),
            callDifference = study.CallDifference(),
            callDifferenceSe = study.CallDifferenceError(),
            exactMatchRateBaseline = PairedRepeats.ExactMatchRate(study.Baseline),
            exactMatchRateCandidate = PairedRepeats.ExactMatchRate(study.Candidate),
            overall = OracleWords.Of(overall),
            action = OracleWords.Action(overall),
        };
    }

    private static IReadOnlyList<bool>[] Rows(OracleArguments arguments, string name) => [.. arguments[name].EnumerateArray().Select(OracleWords.Rights)];

    /// <summary>Rules for the lower bound, the upper bound and the paired table.</summary>
    private static (CaseRule Lower, CaseRule Upper, CaseRule Paired) Rules(OracleArguments arguments)
    {
        if (!arguments.Has("caseVerdict"))
        {
            return (CaseRule.AllRight, CaseRule.AnyRight, CaseRule.AllRight);
        }

        var match = CaseVerdict().Match(arguments.Text("caseVerdict"));
        return match.Success
            ? (RuleOf(match.Groups["lower"].Value), RuleOf(match.Groups["upper"].Value), RuleOf(match.Groups["paired"].Value))
            : throw new FormatException($"{arguments.Text("caseVerdict")} is no rule such as lower: allK, upper: anyK; paired table: allK.");
    }

    private static CaseRule RuleOf(string word) => word.ToUpperInvariant() switch
    {
        "ALLK" or "ALL_K" or "ALL" => CaseRule.AllRight,
        "ANYK" or "ANY_K" or "ANY" => CaseRule.AnyRight,
        "MAJORITY" => CaseRule.Majority,
        "FIRST" => CaseRule.First,
        _ => throw new FormatException($"{word} is no rule for the repeats of a case."),
    };

    [GeneratedRegex(@"^lower: (?<lower>\w+), upper: (?<upper>\w+); paired table: (?<paired>\w+)$")]
    private static partial Regex CaseVerdict();
}
