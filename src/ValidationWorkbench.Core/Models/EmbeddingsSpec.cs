namespace ValidationWorkbench.Models;

/// <summary>
/// Where the plan lets the workbench ask for embeddings of OQ suites. They are shown in the report and decide nothing; a plan without this
/// section has none.
/// </summary>
public sealed record EmbeddingsSpec
{
    /// <summary>Base address of the endpoint, without <c>/embeddings</c>: https, or http on this machine, since suites and key travel to it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Model id sent in each request.</summary>
    public required string Model { get; init; }

    /// <summary>Name of the environment variable that holds the key; null where none is needed. Never the key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Longest wait for one reply, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 120;
}
