using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.UseCases;

/// <summary>Models of a plan as they will be asked.</summary>
internal static class PlanModels
{
    /// <summary>The model of a name: what the plan leaves open is filled in by preset and registry.</summary>
    /// <exception cref="InputException">The plan has no such model; the message names the option and those there are.</exception>
    public static ModelSpec Named(ValidationPlan plan, string name, string option) =>
        plan.Models.FirstOrDefault(model => model.Name == name) is { } found ? ModelResolver.Resolve(found, plan.Execution.ExtractHarmony)
        : throw new InputException(option,
            $"found \"{name}\", which is no model of the plan; allowed: {string.Join(", ", plan.Models.Select(model => model.Name))}.");
}
