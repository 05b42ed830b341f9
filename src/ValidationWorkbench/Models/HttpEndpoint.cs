using System.Globalization;
using ValidationWorkbench.Models.Endpoints;
using System.Net.Http.Headers;
using System.Text;

namespace ValidationWorkbench.Models;

/// <summary>
/// Calls to one OpenAI-compatible endpoint. One call is one attempt; it neither retries nor interprets, and trouble comes back as data. Only
/// cancellation throws.
/// </summary>
public sealed class HttpEndpoint : IDisposable
{
    private const long LargestReply = 32L * 1024 * 1024;
    private const string KeyRemoved = "[key removed]";

    private readonly HttpClient http;
    private readonly int timeoutSeconds;
    private readonly TimeProvider timeProvider;
    private readonly string? key;
    private readonly IReadOnlyList<string> resetHeaders;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="settings">Header of the key, further headers, headers that tell a wait.</param>
    /// <param name="timeoutSeconds">Longest wait for one reply.</param>
    /// <param name="key">Value of the key variable, or null where none is needed. It is sent and never written anywhere.</param>
    /// <param name="timeProvider">Clock for latency and timeouts.</param>
    public HttpEndpoint(EndpointSettings settings, int timeoutSeconds, string? key, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.timeoutSeconds = timeoutSeconds;
        this.key = key;
        this.timeProvider = timeProvider;
        http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestReply };
        resetHeaders = settings.ResetHeaders;
        foreach (var (name, value) in settings.Headers)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        if (key is not null && settings.Auth == AuthStyle.Bearer)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
        else if (key is not null && settings.Auth == AuthStyle.ApiKey)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("api-key", key);
        }
    }

    /// <summary>Sends a JSON body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">The bytes as they are sent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ModelExchange> PostAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await SendAsync(message, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for what stands at an address.</summary>
    public async Task<ModelExchange> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(message, [], cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => http.Dispose();

    private async Task<ModelExchange> SendAsync(HttpRequestMessage message, byte[] requestBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(timeoutSeconds), timeProvider);
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
            return NoReply(string.Create(CultureInfo.InvariantCulture, $"no reply within {timeoutSeconds} s"));
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

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - timeProvider.GetUtcNow() : null;
        return wait is { } asked ? (asked < TimeSpan.Zero ? TimeSpan.Zero : asked)
            : (int)response.StatusCode is 429 or 498 or 503 ? resetHeaders.Select(name => ResetOf(response, name)).FirstOrDefault(reset => reset is not null) : null;
    }

    private static TimeSpan? ResetOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? ResetDuration.Parse(values.First()) : null;
}
