using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>Asks an endpoint over HTTP, in the protocol of its settings. One call is one attempt; it neither retries nor interprets.</summary>
/// <param name="spec">The model, with its endpoint.</param>
/// <param name="key">Value of the key variable, or null where none is needed. It is sent and never written anywhere.</param>
/// <param name="timeProvider">Clock for latency and timeouts.</param>
public sealed class HttpModelClient(ModelSpec spec, string? key, TimeProvider timeProvider) : IModelClient, IDisposable
{
    private readonly HttpEndpoint endpoint = new(spec.Wire, spec.TimeoutSeconds, key, timeProvider);
    private readonly Uri chat = EndpointPaths.ChatOf(spec.Endpoint!, spec.Model, spec.Wire);

    public Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken) =>
        endpoint.PostAsync(chat, ChatCompletionRequest.ToBytes(request), cancellationToken);

    /// <summary>Asks for the list of models: shows whether the endpoint can be reached, without spending anything.</summary>
    public Task<ModelExchange> ListModelsAsync(CancellationToken cancellationToken) => endpoint.GetAsync(EndpointPaths.ModelsOf(spec.Endpoint!, spec.Wire), cancellationToken);

    public void Dispose() => endpoint.Dispose();
}
