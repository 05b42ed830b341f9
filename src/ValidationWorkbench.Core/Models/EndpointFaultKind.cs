namespace ValidationWorkbench.Models;

/// <summary>Classes of trouble at an endpoint.</summary>
public enum EndpointFaultKind
{
    /// <summary>Key missing, wrong or not allowed (401, 403).</summary>
    Authentication,

    /// <summary>The request itself is not accepted (other 4xx, and redirects, which are not followed).</summary>
    Request,

    /// <summary>The prompt, or prompt and longest reply together, are longer than the model's context window.</summary>
    ContextOverflow,

    /// <summary>A filter of the provider refused the prompt before the model saw it.</summary>
    ContentFilter,

    /// <summary>Credit used up (402 or code <c>insufficient_quota</c>).</summary>
    Quota,

    /// <summary>Too many calls for now (429, 498).</summary>
    RateLimit,

    /// <summary>No connection, one that broke, a timeout, 408, 409, 425 or 5xx.</summary>
    Unavailable,

    /// <summary>A reply came that is not of the protocol asked for.</summary>
    Protocol,
}
