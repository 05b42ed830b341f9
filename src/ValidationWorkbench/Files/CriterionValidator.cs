using FluentValidation;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Which method, unit and settings go with which kind of criterion.</summary>
internal sealed class CriterionValidator : AbstractValidator<AcceptanceCriterion>
{
    /// <summary>What a confidence may be.</summary>
    public const string ConfidenceNeeded = "a confidence above 0.5 and below 1 is needed, such as 0.95.";

    // Beyond these limits no number of cases that anybody could run would show anything.
    private const double Smallest = 1e-6;

    public CriterionValidator()
    {
        RuleFor(criterion => criterion.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(criterion => criterion.Method).Must((criterion, method) => MethodsOf(criterion.Kind).Contains(method))
            .WithMessage(criterion => $"{CriterionWords.Kebab(criterion.Kind)} is decided by {string.Join(" or ", MethodsOf(criterion.Kind).Select(method => CriterionWords.Kebab(method)))}.");
        RuleFor(criterion => criterion.Unit).Must((criterion, unit) => unit == UnitOf(criterion.Kind))
            .WithMessage(criterion => $"{CriterionWords.Kebab(criterion.Kind)} is counted per {CriterionWords.Kebab(UnitOf(criterion.Kind))}.");
        RuleFor(criterion => criterion.Limit).Must(limit => limit is >= Smallest and <= 1 - Smallest).Unless(criterion => criterion.Method == CriterionMethod.Gate)
            .WithMessage("a share from 0.000001 to 0.999999 is needed, such as 0.95.");
        RuleFor(criterion => criterion.Limit).Equal(1).When(criterion => criterion.Method == CriterionMethod.Gate).WithMessage("a gate asks for every case: 1 is needed.");
        RuleFor(criterion => criterion.Confidence).Must(confidence => confidence is > 0.5 and < 1).Unless(criterion => criterion.Method == CriterionMethod.Gate)
            .WithMessage(ConfidenceNeeded);
        RuleFor(criterion => criterion.CaseLimit).Must(limit => limit is > 0 and <= 1).When(criterion => HasCaseLimit(criterion.Kind)).WithMessage("a score above 0, at most 1, is needed.");
        RuleFor(criterion => criterion.CaseLimit).Null().Unless(criterion => HasCaseLimit(criterion.Kind)).WithMessage("this kind has no case limit.");
        RuleFor(criterion => criterion.Tolerance).Must(tolerance => tolerance is > 0 and <= 1).When(criterion => criterion.Kind == CriterionKind.AgreementWithBaseline && criterion.Tolerance is not null)
            .WithMessage("a difference of confidences above 0, at most 1, is needed, such as 0.1; leave it out to compare categories alone.");
        RuleFor(criterion => criterion.Tolerance).Null().Unless(criterion => criterion.Kind == CriterionKind.AgreementWithBaseline).WithMessage("only agreement-with-baseline has a tolerance.");
        RuleFor(criterion => criterion.LeastSelfSimilarity).Must(share => share is > 0 and < 1).When(criterion => criterion.Kind == CriterionKind.SuiteSimilarity)
            .WithMessage("a similarity above 0 and below 1 is needed, such as 0.6: below it the baseline is too unlike itself to be a yardstick.");
        RuleFor(criterion => criterion.LeastSelfSimilarity).Null().Unless(criterion => criterion.Kind == CriterionKind.SuiteSimilarity)
            .WithMessage("only suite-similarity has one.");
        RuleFor(criterion => criterion.MaxLargeShare).Must(share => share is >= Smallest and < 1).When(criterion => criterion.Kind == CriterionKind.Confidence)
            .WithMessage("a share from 0.000001 and below 1 is needed, such as 0.05: that of cases whose confidences may differ by more than twice the limit.");
        RuleFor(criterion => criterion.MaxLargeShare).Null().Unless(criterion => criterion.Kind == CriterionKind.Confidence).WithMessage("only confidence has one.");
        RuleFor(criterion => criterion.Seconds).Must(seconds => seconds > 0).When(criterion => criterion.Kind == CriterionKind.Latency).WithMessage("a positive number of seconds is needed.");
        RuleFor(criterion => criterion.Seconds).Null().Unless(criterion => criterion.Kind == CriterionKind.Latency).WithMessage("only latency has seconds.");
    }

    private static List<CriterionMethod> MethodsOf(CriterionKind kind) => kind switch
    {
        CriterionKind.NonInferiority => [CriterionMethod.Tango],
        CriterionKind.RequirementCoverage => [CriterionMethod.Gate],
        CriterionKind.CriticalTokens => [CriterionMethod.Gate, CriterionMethod.ClopperPearson],
        CriterionKind.SuiteSimilarity => [CriterionMethod.CeilingRatio],
        CriterionKind.Confidence => [CriterionMethod.Equivalence],
        _ => [CriterionMethod.ClopperPearson],
    };

    private static CriterionUnit UnitOf(CriterionKind kind) =>
        kind is CriterionKind.Latency or CriterionKind.ErrorRate ? CriterionUnit.Call : CriterionUnit.Case;

    private static bool HasCaseLimit(CriterionKind kind) => kind is CriterionKind.StructureConformance or CriterionKind.ExpectedElements;
}
