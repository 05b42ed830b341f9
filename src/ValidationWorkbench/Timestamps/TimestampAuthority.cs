using System.Net.Http.Headers;

namespace ValidationWorkbench.Timestamps;

/// <summary>
/// Asks a time-stamping authority over HTTP (RFC 3161, section 3.4). Plain http will do for any of them: the request tells nothing but a hash, and a reply that
/// somebody on the way altered is refused by its signature, imprint and nonce.
/// </summary>
internal static class TimestampAuthority
{
    private const string QueryType = "application/timestamp-query";
    private const string ReplyType = "application/timestamp-reply";
    private const int LargestReply = 1 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request and returns the reply, byte for byte.</summary>
    /// <param name="address">The authority's address, http or https.</param>
    /// <param name="request">The request (DER).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InputException">The address is none, or what answers there is no authority.</exception>
    public static async Task<byte[]> AskAsync(string address, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new InputException("--tsa", $"found \"{address}\"; the address of a time-stamping authority is needed, such as http://tsa.example/tsr.");
        }

        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = LongestWait, MaxResponseContentBufferSize = LargestReply };
        using var content = new ReadOnlyMemoryContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue(QueryType);
        try
        {
            using var response = await http.PostAsync(uri, content, cancellationToken).ConfigureAwait(false);
            var type = response.Content.Headers.ContentType?.MediaType;
            return !response.IsSuccessStatusCode ? throw new InputException(address, FormattableString.Invariant($"answers with HTTP status {(int)response.StatusCode}. Nothing was stamped."))
                : type != ReplyType ? throw new InputException(address, $"answers with content of type {type ?? "none"}, not {ReplyType}: no time-stamping authority answers there. Nothing was stamped.")
                : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new InputException(address, $"the time-stamping authority gives no answer: {exception.InnerException?.Message ?? exception.Message} Nothing was stamped; try again.");
        }
    }
}
