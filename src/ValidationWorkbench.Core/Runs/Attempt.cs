using ValidationWorkbench.Models;

namespace ValidationWorkbench.Runs;

/// <summary>One call made for a trial, also a failed one. Bytes are kept as evidence under their SHA-256.</summary>
public sealed record Attempt
{
    public required string RunId { get; init; }

    public required string CaseId { get; init; }

    public required ModelRole Role { get; init; }

    public required int Repeat { get; init; }

    /// <summary>Number of the attempt within its trial, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When the call was begun, in microseconds since 1970-01-01 UTC.</summary>
    public required long StartedMicros { get; init; }

    /// <summary>Time from first byte sent to last byte received, in microseconds.</summary>
    public required long LatencyMicros { get; init; }

    /// <summary>Time until the first token of a streamed reply, in microseconds; null for none.</summary>
    public long? FirstTokenMicros { get; init; }

    public required string RequestSha256 { get; init; }

    /// <summary>Of what came, also of a reply that broke off; null where none began.</summary>
    public string? ReplySha256 { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>Model id that the endpoint says has answered.</summary>
    public string? ServedModel { get; init; }

    public string? SystemFingerprint { get; init; }

    /// <summary>Id of the reply, as the endpoint gives it.</summary>
    public string? ReplyId { get; init; }

    /// <summary>Provider that a router says it was served by; before it the endpoint that was asked, where the model has more than one.</summary>
    public string? ServedBy { get; init; }

    public string? FinishReason { get; init; }

    public long PromptTokens { get; init; }

    public long CompletionTokens { get; init; }

    /// <summary>Prompt tokens taken from a cache; zero where the endpoint does not say.</summary>
    public long CachedTokens { get; init; }

    /// <summary>True where the content holds marks of channels that the server should have parsed.</summary>
    public bool Leaked { get; init; }

    /// <summary>JSON object of the headers kept (<see cref="ReplyHeaders"/>); null for none.</summary>
    public string? Headers { get; init; }

    /// <summary>The endpoint's trouble in one line; null where an answer came.</summary>
    public string? Fault { get; init; }

    /// <summary>Why no reply arrived, or none that was whole, as the client saw it; null where one did.</summary>
    public string? TransportError { get; init; }

    /// <summary>True where the run was stopped while the call was under way: on record, but no failure of the endpoint.</summary>
    public bool Cancelled { get; init; }

    /// <summary>True where this attempt brought an answer, right or wrong.</summary>
    public bool Answered => Fault is null;

    /// <summary>Tokens used.</summary>
    public TokenUsage Usage => new(PromptTokens, CompletionTokens);
}
