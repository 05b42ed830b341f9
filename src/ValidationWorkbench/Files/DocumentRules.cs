using FluentValidation;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Rules of the sections that only documents read, as far as these refer to other sections of the plan.</summary>
internal static class DocumentRules
{
    public static void Check(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        CheckSteps(plan, context);
        var models = plan.Models.Select(model => model.Name).ToList();
        foreach (var name in plan.Dossiers.Keys.Except(models))
        {
            context.AddFailure($"Dossiers.{name}", $"is no model of the plan; allowed: {string.Join(", ", models)}.");
        }

        var prices = plan.Models.Select(model => model.Price?.Currency).OfType<string>().Distinct().ToList();
        if (plan.Costs is { } costs && prices.Exists(currency => currency != costs.Currency))
        {
            context.AddFailure("Costs.Currency",
                $"found \"{costs.Currency}\"; the models' prices are in {string.Join(", ", prices)}, and nothing is converted.");
        }
    }

    private static void CheckSteps(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        if (plan.Qualification is not { } qualification)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, steps) in new[]
        {
            ("Installation", qualification.Installation), ("Operation", qualification.Operation), ("Performance", qualification.Performance),
        })
        {
            for (var i = 0; i < steps.Count; i++)
            {
                var (step, place) = (steps[i], PlanValidator.At($"Qualification.{name}", i));
                if (!seen.Add(step.Id))
                {
                    context.AddFailure($"{place}.Id", $"found \"{step.Id}\" a second time; each must be unique.");
                }

                if (!plan.Requirements.Any(requirement => requirement.Id == step.Requirement))
                {
                    context.AddFailure($"{place}.Requirement", $"found \"{step.Requirement}\"; {PlanValidator.RequirementNeeded}");
                }
            }
        }
    }
}
