using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Rules of deployment profiles: under each of them the plan must be as valid as without.</summary>
internal static class ProfileRules
{
    private static readonly ModelSpecValidator Model = new();
    private static readonly ExecutionValidator Execution = new();
    private static readonly BudgetsValidator Budgets = new();

    public static void Check(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        foreach (var (name, profile) in plan.Profiles)
        {
            var place = $"Profiles.{name}";
            if (!Regex.IsMatch(name, Names.Tag))
            {
                context.AddFailure(place, "a name of small letters, digits and hyphens is needed.");
                continue;
            }

            foreach (var (modelName, deployment) in profile.Models)
            {
                CheckModel(plan, $"{place}.Models.{modelName}", modelName, deployment, context);
            }

            var under = plan.Under(name);
            Add(context, $"{place}.Execution", Execution.Validate(under.Execution), Execution.Validate(plan.Execution));
            Add(context, $"{place}.Budgets", Budgets.Validate(under.Budgets), Budgets.Validate(plan.Budgets));
        }

        if (plan.DefaultProfile is { } chosen && !plan.Profiles.ContainsKey(chosen))
        {
            context.AddFailure("DefaultProfile", $"found \"{chosen}\"; {Allowed(plan)}.");
        }
    }

    /// <summary>The profiles there are, for messages.</summary>
    public static string Allowed(ValidationPlan plan) => plan.Profiles.Count == 0 ? "the plan has no profiles"
        : $"one of the profiles is needed: {string.Join(", ", plan.Profiles.Keys)}";

    private static void CheckModel(ValidationPlan plan, string place, string name, ModelDeployment deployment,
        ValidationContext<ValidationPlan> context)
    {
        if (plan.Models.FirstOrDefault(model => model.Name == name) is { } known)
        {
            Add(context, place, Model.Validate(deployment.Over(known)), Model.Validate(known));
        }
        else
        {
            context.AddFailure(place, $"is no model of the plan; allowed: {string.Join(", ", plan.Models.Select(model => model.Name))}.");
        }
    }

    /// <summary>What is wrong without the profile already is reported where it stands.</summary>
    private static void Add(ValidationContext<ValidationPlan> context, string place, ValidationResult found, ValidationResult without)
    {
        foreach (var failure in found.Errors.Where(failure => !without.Errors.Exists(known => known.PropertyName == failure.PropertyName)))
        {
            context.AddFailure(new ValidationFailure($"{place}.{failure.PropertyName}", failure.ErrorMessage, failure.AttemptedValue));
        }
    }
}
