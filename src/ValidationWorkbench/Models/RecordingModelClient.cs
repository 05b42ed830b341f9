namespace ValidationWorkbench.Models;

/// <summary>Passes each call on and keeps request and raw reply, byte for byte.</summary>
public sealed class RecordingModelClient(IModelClient inner, Cassette cassette, string model) : IModelClient
{
    public async Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = await inner.AskAsync(request, cancellationToken).ConfigureAwait(false);
        cassette.Add(model, request.Repeat, exchange);
        return exchange;
    }
}
