using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Decisions;

/// <summary>
/// The rule, fixed before any result: an invalid run gets no recommendation; a critical use of a language model is NO-GO; otherwise
/// any NO-GO finding gives NO-GO, any undecided one (or no criterion at all) UNDECIDED, and only all GO gives GO.
/// </summary>
public static class RecommendationRule
{
    /// <summary>Text of the intended-use gate.</summary>
    public const string CriticalUse =
        "The plan declares a critical use. The draft of EU GMP Annex 22 (July 2025, not in force) keeps generative models out of critical GMP "
        + "applications; this workbench recommends no language model for one, whatever the results.";

    /// <summary>Applies the rule.</summary>
    /// <param name="context">Context of use of the plan.</param>
    /// <param name="findings">Findings, in the order they are to be explained.</param>
    /// <param name="invalid">Why the run is no basis for judgement; empty where it is one.</param>
    /// <param name="demonstration">Why the outcome is a demonstration; empty where it is none.</param>
    public static Recommendation Apply(ContextOfUse context, IReadOnlyList<Finding> findings, IReadOnlyList<string> invalid, IReadOnlyList<string> demonstration)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(invalid);
        if (invalid.Count > 0)
        {
            return new Recommendation(Outcome.Invalid, invalid, demonstration);
        }

        var failed = Explain(findings, Verdict.NoGo, "not met");
        if (context.Critical || failed.Count > 0)
        {
            return new Recommendation(Outcome.NoGo, context.Critical ? [CriticalUse, .. failed] : failed, demonstration);
        }

        var open = Explain(findings, Verdict.Undecided, "not shown");
        if (open.Count > 0 || findings.Count == 0)
        {
            return new Recommendation(Outcome.Undecided, open.Count > 0 ? open : ["The plan holds no criterion, so nothing was shown."], demonstration);
        }

        return new Recommendation(Outcome.Go,
            [$"{(findings.Count == 1 ? "The one criterion was" : $"All {findings.Count} criteria were")} shown to be met, for the use stated in the plan: not critical, every output reviewed by {context.ReviewedBy}."], demonstration);
    }

    private static List<string> Explain(IReadOnlyList<Finding> findings, Verdict verdict, string words) =>
        [.. findings.Where(finding => finding.Verdict == verdict).Select(finding => $"{finding.Criterion.Id} {CriterionWords.Name(finding.Criterion)} {words}: {finding.Reason}.")];
}
