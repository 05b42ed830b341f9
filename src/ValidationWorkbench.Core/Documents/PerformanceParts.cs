using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the performance qualification, which people carry out in their process.</summary>
internal static class PerformanceParts
{
    public static IReadOnlyList<ContentPart> People(DocumentFacts facts) =>
        ProtocolParts.People("Steps in the users' process", "performance", StepsForPeople(facts));

    public static IReadOnlyList<ContentPart> Summary(DocumentFacts facts) =>
        [ProtocolParts.Totals(("By people", ProtocolParts.ResultsOf(StepsForPeople(facts))))];

    /// <summary>Requirements that no tool can show, with the steps for people that do; those without one are gaps.</summary>
    public static IReadOnlyList<ContentPart> Procedural(DocumentFacts facts)
    {
        var requirements = facts.Plan.Requirements.Where(requirement => requirement.VerifiedBy == VerificationMethod.Procedure).ToList();
        List<QualificationStep> steps = facts.Plan.Qualification is { } plan ? [.. plan.Installation, .. plan.Operation, .. plan.Performance] : [];
        return requirements.Count == 0 ? [ParagraphPart.Plain("No requirement of the plan is left to procedure.")] :
        [
            new TablePart("Requirements left to procedure: no tool can show them",
                [new("Requirement", 1.8), new("Text", 6), new("Risk", 1.2), new("Steps for people", 3), new("State", 2.4)],
                [.. requirements.Select(requirement => (IReadOnlyList<string>)
                [
                    requirement.Id, requirement.Text, CriterionWords.Kebab(requirement.Risk),
                    steps.Where(step => step.Requirement == requirement.Id).Select(step => step.Id).ToList() is { Count: > 0 } ids
                        ? string.Join(", ", ids) : "none",
                    steps.Exists(step => step.Requirement == requirement.Id) ? ProtocolParts.NotExecuted : "GAP: no step",
                ])]),
        ];
    }

    /// <summary>Limits of the checks after acceptance; where the plan fixes none, that is said.</summary>
    public static IReadOnlyList<ContentPart> Monitoring(DocumentFacts facts) => facts.Plan.Drift is { } drift ? PlanParts.DriftLimits(drift)
        : [new NoticePart("GAP: no limits of drift checks",
            $"{ProtocolParts.NotStated} (drift). A drift check goes by the workbench's default limits then, and says so.")];

    private static IReadOnlyList<QualificationStep> StepsForPeople(DocumentFacts facts) => facts.Plan.Qualification?.Performance ?? [];
}
