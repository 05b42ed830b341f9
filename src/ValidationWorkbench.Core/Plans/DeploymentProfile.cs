using ValidationWorkbench.Models;

namespace ValidationWorkbench.Plans;

/// <summary>Where and how fast the models of a plan are asked in one surrounding, such as development or production. It changes nothing of what is asked.</summary>
public sealed record DeploymentProfile
{
    /// <summary>Changes by the name of the model; models that are not named stay as the plan has them.</summary>
    public IReadOnlyDictionary<string, ModelDeployment> Models { get; init; } = new Dictionary<string, ModelDeployment>();

    /// <summary>Changes of the execution; null for none.</summary>
    public ProfileExecution? Execution { get; init; }

    /// <summary>Ceilings in place of those of the plan, one by one; null for none.</summary>
    public Budgets? Budgets { get; init; }
}
