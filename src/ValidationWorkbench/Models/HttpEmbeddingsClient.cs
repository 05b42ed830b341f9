using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>Asks an endpoint that speaks the OpenAI embeddings protocol. One call is one attempt; it neither retries nor interprets.</summary>
/// <param name="spec">The endpoint and its model.</param>
/// <param name="key">Value of the key variable, or null where none is needed. It is sent and never written anywhere.</param>
/// <param name="timeProvider">Clock for latency and timeouts.</param>
public sealed class HttpEmbeddingsClient(EmbeddingsSpec spec, string? key, TimeProvider timeProvider) : IDisposable
{
    private readonly HttpEndpoint endpoint = new(new EndpointSettings(), spec.TimeoutSeconds, key, timeProvider);

    /// <summary>Asks once for the vectors of all texts and returns what happened.</summary>
    /// <param name="requestBytes">Body made by <see cref="EmbeddingsRequest"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ModelExchange> AskAsync(byte[] requestBytes, CancellationToken cancellationToken) => endpoint.PostAsync(EndpointPaths.Join(spec.Endpoint, "embeddings"), requestBytes, cancellationToken);

    public void Dispose() => endpoint.Dispose();
}
