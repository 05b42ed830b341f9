using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>One of the places where a model is asked.</summary>
/// <param name="Model">The model as it is asked there.</param>
/// <param name="Client">Asks, and keeps a recording where one is wanted.</param>
/// <param name="Gate">Way to the endpoint; null where there is none: simulated, or played from a recording.</param>
/// <param name="Name">Address, said of each attempt where the model has more than one; null where it has only this.</param>
internal sealed record EndpointAccess(ModelSpec Model, IModelClient Client, EndpointGate? Gate, string? Name)
{
    /// <summary>Whether a recording has a further answer to a question; always where the endpoint itself is asked.</summary>
    public Func<ModelRequest, bool> Holds { get; init; } = _ => true;
}
