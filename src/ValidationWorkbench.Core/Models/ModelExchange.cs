namespace ValidationWorkbench.Models;

/// <summary>
/// One call of a model as it happened, before anything is read from it: what went out, what came back, how long it took.
/// Exactly one of <see cref="HttpStatus"/> and <see cref="TransportError"/> is set.
/// </summary>
public sealed record ModelExchange
{
    /// <summary>Request body as sent.</summary>
    public required byte[] RequestBytes { get; init; }

    /// <summary>Reply body as received, empty where none came.</summary>
    public required byte[] ReplyBytes { get; init; }

    /// <summary>HTTP status; the simulated model gives one as well. Null when no reply came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Why no reply came, such as a refused connection or a timeout. Holds no secret.</summary>
    public string? TransportError { get; init; }

    /// <summary>Wait the endpoint asked for before the next attempt; null where it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Time from the first byte sent to the last byte received.</summary>
    public required TimeSpan Latency { get; init; }
}
