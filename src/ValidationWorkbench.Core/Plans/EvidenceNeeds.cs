using System.Globalization;

namespace ValidationWorkbench.Plans;

/// <summary>
/// What a plan must ask for so that its outcome can count as evidence: at least three repeats, and 95 % confidence, for a paired comparison 97.5 %, since
/// Tango's interval is a little too narrow in small samples. A plan may ask for less to try things out; its outcome is then a demonstration.
/// </summary>
public static class EvidenceNeeds
{
    private const int LeastRepeats = 3;

    /// <summary>Where the plan asks for less, one sentence each; empty where it does not.</summary>
    public static IReadOnlyList<string> Shortcomings(ValidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var reasons = new List<string>();
        if (plan.Repeats < LeastRepeats)
        {
            reasons.Add("The plan asks for one repeat; evidence needs at least three.");
        }

        reasons.AddRange(plan.Criteria.Where(criterion => criterion.Method != CriterionMethod.Gate && criterion.Confidence < LeastConfidence(criterion.Method))
            .Select(criterion => string.Create(CultureInfo.InvariantCulture,
                $"{criterion.Id} asks for {criterion.Confidence * 100:0.####} % confidence; evidence needs at least {LeastConfidence(criterion.Method) * 100:0.#} %.")));
        return reasons;
    }

    private static double LeastConfidence(CriterionMethod method) => method == CriterionMethod.Tango ? 0.975 : 0.95;
}
