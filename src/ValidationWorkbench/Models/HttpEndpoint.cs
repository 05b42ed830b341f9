using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// Calls to one OpenAI-compatible endpoint. One call is one attempt; it neither retries nor interprets, and trouble comes back as data. Only
/// cancellation throws. A proxy is taken from the environment, as .NET does; certificates are always verified.
/// </summary>
public sealed class HttpEndpoint : IDisposable
{
    private const int BufferLength = 1 << 14;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient http;
    private readonly int timeoutSeconds;
    private readonly TimeProvider timeProvider;
    private readonly SecretKey key;
    private readonly EndpointSettings settings;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="settings">Header of the key, further headers, headers that tell a wait.</param>
    /// <param name="timeoutSeconds">Longest wait for one reply, from the call to its last byte.</param>
    /// <param name="key">The key, or null where none is needed. It is sent and never written anywhere.</param>
    /// <param name="timeProvider">Clock for latency and timeouts.</param>
    public HttpEndpoint(EndpointSettings settings, int timeoutSeconds, string? key, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.timeoutSeconds = timeoutSeconds;
        this.key = new SecretKey(key);
        this.timeProvider = timeProvider;
        http = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
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

    // Connections per server are not limited here; the run's concurrency limits the calls.
    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
    };

    private async Task<ModelExchange> SendAsync(HttpRequestMessage message, byte[] requestBytes, CancellationToken cancellationToken)
    {
        (message.Version, message.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(timeoutSeconds), timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var arrival = new ReplyArrival(settings, timeProvider);
        HttpResponseMessage? response = null;
        string? error = null;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            error = await ReadAsync(response, arrival, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            error = response is null ? string.Create(CultureInfo.InvariantCulture, $"no reply within {timeoutSeconds} s")
                : string.Create(CultureInfo.InvariantCulture, $"the reply was not complete within {timeoutSeconds} s; {arrival.Describe()}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            var why = exception.InnerException?.Message ?? exception.Message;
            error = response is null ? why : $"{why}; {arrival.Describe()}";
        }

        using (response)
        {
            return ExchangeOf(requestBytes, response, arrival, error);
        }
    }

    /// <summary>Reads the body as it comes; returns why it was not read to its end, null where it was.</summary>
    private static async Task<string?> ReadAsync(HttpResponseMessage response, ReplyArrival arrival, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
            try
            {
                int count;
                while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    if (!arrival.Add(buffer.AsSpan(0, count)))
                    {
                        return $"it is longer than {ModelExchange.LargestReply / (1024 * 1024)} MiB and was read no further";
                    }
                }

                return null;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private ModelExchange ExchangeOf(byte[] requestBytes, HttpResponseMessage? response, ReplyArrival arrival, string? error)
    {
        var latency = arrival.Elapsed;
        var bytes = key.RemoveFrom(arrival.Bytes);
        var status = (int?)response?.StatusCode;
        if (key.IsIn(status, bytes, settings))
        {
            (bytes, error) = ([], "the reply repeated the key in pieces or escaped, so it was not kept");
        }

        return new ModelExchange
        {
            RequestBytes = requestBytes,
            ReplyBytes = bytes,
            HttpStatus = status,
            TransportError = error is null ? null : key.RemoveFrom(error),
            RetryAfter = response is null ? null : RetryAfterOf(response) ?? (status is 429 or 503 ? RetryInfo.Find(bytes) : null),
            Headers = response is null ? ReplyHeaders.None : ReplyHeaders.Keep(HeadersOf(response)),
            FirstToken = arrival.FirstToken,
            Latency = latency,
        };
    }

    private IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Select(header => KeyValuePair.Create(header.Key, key.RemoveFrom(header.Value.ToString())));

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - timeProvider.GetUtcNow() : null;
        return wait is { } asked ? (asked < TimeSpan.Zero ? TimeSpan.Zero : asked)
            : (int)response.StatusCode is 429 or 498 or 503 ? settings.ResetHeaders.Select(name => ResetOf(response, name))
                .FirstOrDefault(reset => reset is not null)
            : settings.ResetHeaders.Where(name => IsUsedUp(response, name)).Select(name => ResetOf(response, name)).Max();
    }

    /// <summary>
    /// True where the answer itself says that its limit leaves nothing for a next call: <c>x-ratelimit-remaining-requests: 0</c> beside
    /// <c>x-ratelimit-reset-requests</c>.
    /// </summary>
    private static bool IsUsedUp(HttpResponseMessage response, string reset) =>
        response.Headers.TryGetValues(reset.Replace("reset", "remaining", StringComparison.Ordinal), out var values) && values.First().Trim() == "0";

    private static TimeSpan? ResetOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? ResetDuration.Parse(values.First()) : null;
}
