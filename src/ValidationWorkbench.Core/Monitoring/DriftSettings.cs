using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Monitoring;

/// <summary>The limits of a drift check, fixed before any result by the reference run's plan or by default.</summary>
/// <param name="Margin">Loss of reliably right cases that must be ruled out, as a share.</param>
/// <param name="Confidence">One-sided confidence of the limits of the difference.</param>
/// <param name="MarginSource">Where both come from.</param>
/// <param name="ConfidenceMargin">Move of the mean stated confidence that is a trigger once it is shown.</param>
/// <param name="ConfidenceMarginSource">Where it comes from.</param>
public sealed record DriftSettings(double Margin, double Confidence, string MarginSource, double ConfidenceMargin, string ConfidenceMarginSource)
{
    /// <summary>Margin where the plan has no criterion for all cases: five more wrong answers per hundred.</summary>
    public const double DefaultMargin = 0.05;

    /// <summary>Confidence where the plan has none.</summary>
    public const double DefaultConfidence = 0.975;

    /// <summary>Margin of the stated confidence where the plan has none.</summary>
    public const double DefaultConfidenceMargin = 0.1;

    private const string Default = "default";

    /// <summary>Settings by a plan. A criterion for one stratum only says nothing about the others and is not taken over.</summary>
    public static DriftSettings Of(ValidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        AcceptanceCriterion? Find(CriterionKind kind) => plan.Criteria.FirstOrDefault(criterion => criterion.Kind == kind && criterion.Stratum.Count == 0);
        AcceptanceCriterion? paired = Find(CriterionKind.NonInferiority), stated = Find(CriterionKind.Confidence);
        return new DriftSettings(
            paired?.Limit ?? DefaultMargin, paired?.Confidence ?? DefaultConfidence, Source(paired, plan),
            stated?.Limit ?? DefaultConfidenceMargin, Source(stated, plan));
    }

    private static string Source(AcceptanceCriterion? criterion, ValidationPlan plan) => criterion is null ? Default : $"{criterion.Id} of plan {plan.Id}";
}
