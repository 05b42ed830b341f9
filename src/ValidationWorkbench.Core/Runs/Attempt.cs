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

    public required string RequestSha256 { get; init; }

    /// <summary>Null where no reply came.</summary>
    public string? ReplySha256 { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>Model id that the endpoint says has answered.</summary>
    public string? ServedModel { get; init; }

    public string? SystemFingerprint { get; init; }

    public string? FinishReason { get; init; }

    public long PromptTokens { get; init; }

    public long CompletionTokens { get; init; }

    /// <summary>The endpoint's trouble in one line; null where an answer came.</summary>
    public string? Fault { get; init; }

    /// <summary>Why there was no reply at all, as the client saw it; null where one came.</summary>
    public string? TransportError { get; init; }

    /// <summary>True where the run was stopped while the call was under way: on record, but no failure of the endpoint.</summary>
    public bool Cancelled { get; init; }

    /// <summary>True where this attempt brought an answer, right or wrong.</summary>
    public bool Answered => Fault is null;

    /// <summary>Tokens used.</summary>
    public TokenUsage Usage => new(PromptTokens, CompletionTokens);
}
