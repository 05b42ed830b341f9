using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Monitoring;

/// <summary>The limits of a drift check, fixed before any result by the reference run's plan or by default.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Source">Where they come from, except for those below.</param>
/// <param name="MarginSource">Where margin and confidence come from.</param>
/// <param name="StatedConfidenceSource">Where the margin of the stated confidence comes from.</param>
public sealed record DriftSettings(DriftPlan Limits, string Source, string MarginSource, string StatedConfidenceSource)
{
    /// <summary>Source of limits that the plan does not fix.</summary>
    public const string Default = "default: the plan has no drift section";

    /// <summary>
    /// Settings by a plan: by its drift section, or else by its criteria for all cases and by default. A criterion for one stratum only says nothing
    /// about the others and is not taken over.
    /// </summary>
    public static DriftSettings Of(ValidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Drift is { } limits)
        {
            var source = $"drift section of plan {plan.Id}";
            return new DriftSettings(limits, source, source, source);
        }

        AcceptanceCriterion? Find(CriterionKind kind) => plan.Criteria.FirstOrDefault(criterion => criterion.Kind == kind && criterion.Stratum.Count == 0);
        AcceptanceCriterion? paired = Find(CriterionKind.NonInferiority), stated = Find(CriterionKind.Confidence);
        var defaults = DriftPlan.Default;
        return new DriftSettings(
            defaults with
            {
                Margin = paired?.Limit ?? defaults.Margin,
                Confidence = paired?.Confidence ?? defaults.Confidence,
                StatedConfidence = stated?.Limit ?? defaults.StatedConfidence,
            },
            Default, Source(paired), Source(stated));
        string Source(AcceptanceCriterion? criterion) => criterion is null ? Default : $"{criterion.Id} of plan {plan.Id}";
    }
}
