namespace ValidationWorkbench.Models;

/// <summary>
/// One call of a model as it happened, before anything is read from it: what went out, what came back, how long it took. A reply that arrived
/// whole has a status and no transport error; one that never came has a transport error and no status; one that broke off has both, and the bytes
/// that came.
/// </summary>
public sealed record ModelExchange
{
    /// <summary>Most bytes of a reply that are read: 32 MiB. A reply that is longer is a fault, and so much of it is kept.</summary>
    public const int LargestReply = 32 * 1024 * 1024;

    /// <summary>Request body as sent.</summary>
    public required byte[] RequestBytes { get; init; }

    /// <summary>Reply body as received, after decompression; what came of one that broke off, and empty where none came.</summary>
    public required byte[] ReplyBytes { get; init; }

    /// <summary>HTTP status; the simulated model gives one as well. Null when no reply began.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Why the reply did not arrive whole, such as a refused connection or a timeout; null where it did. Holds no secret.</summary>
    public string? TransportError { get; init; }

    /// <summary>Wait the endpoint asked for before the next attempt; null where it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Headers of the reply that say who answered and what limits are left; see <see cref="ReplyHeaders"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReplyHeaders.None;

    /// <summary>
    /// Time from the first byte sent to the first byte that carries a token, reasoning included; null where the reply is no stream or held none.
    /// </summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>Time from the first byte sent to the last byte received.</summary>
    public required TimeSpan Latency { get; init; }
}
