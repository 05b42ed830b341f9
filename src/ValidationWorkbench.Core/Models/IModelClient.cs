namespace ValidationWorkbench.Models;

/// <summary>
/// The port through which every model is asked. Implementations do not retry, repair or interpret: each call is one attempt, and
/// trouble at the endpoint comes back as data. Only cancellation throws.
/// </summary>
public interface IModelClient
{
    /// <summary>Asks once and returns what happened.</summary>
    Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}
