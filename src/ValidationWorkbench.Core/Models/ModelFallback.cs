namespace ValidationWorkbench.Models;

/// <summary>A further endpoint of a model, asked only while those before it are down.</summary>
public sealed record ModelFallback : ModelDeployment
{
    /// <summary>Model id sent to this endpoint; null for the one that the model has there by preset and registry.</summary>
    public string? Model { get; init; }

    /// <summary>The model as it is asked there.</summary>
    public ModelSpec Instead(ModelSpec model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Over(model) with { Model = Model ?? model.Model, Fallbacks = null };
    }
}
