using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>One question to a model. <see cref="ChatCompletionRequest"/> turns it into the bytes that are sent.</summary>
public sealed record ModelRequest
{
    /// <summary>Model id asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Instructions, the same for all cases of a task.</summary>
    public required string SystemPrompt { get; init; }

    /// <summary>The case itself.</summary>
    public required string UserPrompt { get; init; }

    /// <summary>Images of the case, in order; mostly none.</summary>
    public IReadOnlyList<RequestImage> Images { get; init; } = [];

    /// <summary>Functions that the model may ask for; mostly none.</summary>
    public IReadOnlyList<RequestTool> Tools { get; init; } = [];

    /// <summary>Structure the reply must have.</summary>
    public required ReplySchema Schema { get; init; }

    /// <summary>Sampling and length parameters.</summary>
    public required ModelParameters Parameters { get; init; }

    /// <summary>How the endpoint is talked to.</summary>
    public EndpointSettings Settings { get; init; } = new();

    /// <summary>
    /// Repeat of the case, from 1. It is not sent: repeats of a case are identical requests. It tells a recording which of the
    /// replies to one request is meant, and stands in for chance in the simulated model.
    /// </summary>
    public required int Repeat { get; init; }
}
