using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace ValidationWorkbench.Models;

/// <summary>Asks an endpoint that speaks the OpenAI chat-completions protocol. One call is one attempt; it neither retries nor interprets.</summary>
public sealed class HttpModelClient : IModelClient, IDisposable
{
    private const long LargestReply = 32L * 1024 * 1024;
    private const string KeyRemoved = "[key removed]";

    private readonly HttpClient http;
    private readonly ModelSpec spec;
    private readonly TimeProvider timeProvider;
    private readonly string? key;

    /// <summary>Creates a client.</summary>
    /// <param name="spec">The model, with its endpoint.</param>
    /// <param name="key">Value of the key variable, or null where none is needed. It is sent and never written anywhere.</param>
    /// <param name="timeProvider">Clock for latency and timeouts.</param>
    public HttpModelClient(ModelSpec spec, string? key, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
        this.key = key;
        this.timeProvider = timeProvider;
        http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestReply };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public async Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var requestBytes = ChatCompletionRequest.ToBytes(request);
        using var content = new ByteArrayContent(requestBytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, AddressOf("chat/completions")) { Content = content };
        return await SendAsync(message, requestBytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for the list of models: shows whether the endpoint can be reached, without spending anything.</summary>
    public async Task<ModelExchange> ListModelsAsync(CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, AddressOf("models"));
        return await SendAsync(message, [], cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => http.Dispose();

    private async Task<ModelExchange> SendAsync(HttpRequestMessage message, byte[] requestBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(spec.TimeoutSeconds), timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = timeProvider.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            var replyBytes = await response.Content.ReadAsByteArrayAsync(linked.Token).ConfigureAwait(false);
            return new ModelExchange
            {
                RequestBytes = requestBytes,
                ReplyBytes = WithoutKey(replyBytes),
                HttpStatus = (int)response.StatusCode,
                RetryAfter = RetryAfterOf(response),
                Latency = timeProvider.GetElapsedTime(started),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoReply(string.Create(CultureInfo.InvariantCulture, $"no reply within {spec.TimeoutSeconds} s"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return NoReply(exception.InnerException?.Message ?? exception.Message);
        }

        ModelExchange NoReply(string why) =>
            new() { RequestBytes = requestBytes, ReplyBytes = [], TransportError = key is null ? why : why.Replace(key, KeyRemoved, StringComparison.Ordinal), Latency = timeProvider.GetElapsedTime(started) };
    }

    /// <summary>Some endpoints repeat a wrong key in their error; it must not get into the records. Everything else stays byte for byte.</summary>
    private byte[] WithoutKey(byte[] reply) =>
        key is null || reply.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) < 0 ? reply
            : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(reply).Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(key)), KeyRemoved, StringComparison.Ordinal));

    private Uri AddressOf(string path) => new($"{spec.Endpoint!.TrimEnd('/')}/{path}");

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - timeProvider.GetUtcNow() : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
