using System.Collections.Concurrent;

namespace ValidationWorkbench.Models;

/// <summary>Answers from a recording. Latency is the recorded one. A request that was never recorded is an error of the endpoint.</summary>
public sealed class RecordedModelClient(Cassette cassette, string model) : IModelClient
{
    private readonly ConcurrentDictionary<(string Request, int Repeat), int> attempts = new();

    /// <summary>True where a further answer to a request was recorded.</summary>
    public bool Holds(ModelRequest request)
    {
        var bytes = ChatCompletionRequest.ToBytes(request);
        return cassette.Find(model, bytes, request.Repeat, attempts.GetValueOrDefault((Sha256Hex.Of(bytes), request.Repeat)) + 1) is not null;
    }

    public Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = ChatCompletionRequest.ToBytes(request);
        var attempt = attempts.AddOrUpdate((Sha256Hex.Of(bytes), request.Repeat), 1, (_, count) => count + 1);
        return Task.FromResult(cassette.Find(model, bytes, request.Repeat, attempt)
            ?? new ModelExchange { RequestBytes = bytes, ReplyBytes = [], TransportError = "the recording holds no reply to this request", Latency = TimeSpan.Zero });
    }
}
