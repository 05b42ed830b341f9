namespace ValidationWorkbench.Models;

/// <summary>
/// Answers for a baseline from the recording that the plan pins, with the recorded latency. Of several attempts it gives the last, which is the one
/// that counted when it was recorded.
/// </summary>
public sealed class FrozenBaselineClient(Cassette cassette, string model) : IModelClient
{
    public Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = ChatCompletionRequest.ToBytes(request);
        return Task.FromResult(cassette.FindLast(model, bytes, request.Repeat)
            ?? new ModelExchange
            {
                RequestBytes = bytes,
                ReplyBytes = [],
                TransportError = "the recording of the baseline holds no reply to this request",
                Latency = TimeSpan.Zero
            });
    }
}
