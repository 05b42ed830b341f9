namespace ValidationWorkbench.Models;

/// <summary>One line of a recording's index: which reply belongs to which request.</summary>
/// <param name="Model">Name of the model in the plan: two models may be sent equal bytes.</param>
/// <param name="RequestSha256">Hash of the request's bytes.</param>
/// <param name="Repeat">Repeat of the case, from 1.</param>
/// <param name="Attempt">Attempt within the repeat, from 1.</param>
/// <param name="ReplySha256">Hash of the reply's bytes, or of what came of one that broke off; null where none began.</param>
/// <param name="HttpStatus">Status; null where no reply began.</param>
/// <param name="TransportError">Why the reply did not arrive whole; null where it did.</param>
/// <param name="RetryAfterMs">Wait the endpoint asked for, in milliseconds.</param>
/// <param name="LatencyMs">Time of the call as it was recorded, in milliseconds.</param>
/// <param name="FirstTokenMs">Time to the first token of a streamed reply, in milliseconds; null for none.</param>
/// <param name="Headers">Headers kept with the call; null for none.</param>
/// <param name="At">When its end was recorded, in UTC; null in recordings that were made before this was kept.</param>
public sealed record CassetteEntry(
    string Model, string RequestSha256, int Repeat, int Attempt, string? ReplySha256, int? HttpStatus, string? TransportError, double? RetryAfterMs,
    double LatencyMs, double? FirstTokenMs = null, IReadOnlyDictionary<string, string>? Headers = null, string? At = null);
