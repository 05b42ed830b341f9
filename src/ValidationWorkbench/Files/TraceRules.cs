using FluentValidation;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Rules of the links between requirements, functions, risks and criteria: each id must exist in the plan.</summary>
internal static class TraceRules
{
    public static void Check(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        for (var i = 0; i < plan.Functions.Count; i++)
        {
            CheckRequirements(plan, context, PlanValidator.At("Functions", i), plan.Functions[i].Requirements);
        }

        for (var i = 0; i < plan.Risks.Count; i++)
        {
            CheckRisk(plan, context, PlanValidator.At("Risks", i), plan.Risks[i]);
        }
    }

    private static void CheckRisk(ValidationPlan plan, ValidationContext<ValidationPlan> context, string place, AssessedRisk risk)
    {
        CheckRequirements(plan, context, place, risk.Requirements);
        if (risk.Function is { } name && !plan.Functions.Any(function => function.Id == name))
        {
            context.AddFailure($"{place}.Function", $"found \"{name}\"; the id of a function of this plan is needed, or no such line.");
        }

        for (var i = 0; i < risk.Tests.Count; i++)
        {
            if (!IsTest(plan, risk.Tests[i]))
            {
                context.AddFailure(PlanValidator.At($"{place}.Tests", i),
                    $"found \"{risk.Tests[i]}\"; the id of a criterion of this plan is needed, or \"{AssessedRisk.ProcedurePrefix}\" and what the "
                        + "company does.");
            }
        }
    }

    private static void CheckRequirements(ValidationPlan plan, ValidationContext<ValidationPlan> context, string place, IReadOnlyList<string> ids)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (!plan.Requirements.Any(requirement => requirement.Id == ids[i]))
            {
                context.AddFailure(PlanValidator.At($"{place}.Requirements", i), $"found \"{ids[i]}\"; {PlanValidator.RequirementNeeded}");
            }
        }
    }

    private static bool IsTest(ValidationPlan plan, string test) => plan.Criteria.Any(criterion => criterion.Id == test)
        || (test.StartsWith(AssessedRisk.ProcedurePrefix, StringComparison.Ordinal)
            && test.AsSpan(AssessedRisk.ProcedurePrefix.Length).Trim().Length > 0);
}
