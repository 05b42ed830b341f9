namespace ValidationWorkbench.Models;

/// <summary>A model as the plan declares it: where it is, what is asked of it, what it costs.</summary>
public sealed record ModelSpec
{
    /// <summary>Name used in the plan, on the command line and in documents.</summary>
    public required string Name { get; init; }

    /// <summary>How it is reached.</summary>
    public required ModelProvider Provider { get; init; }

    /// <summary>Base address of the endpoint, without <c>/chat/completions</c>; null for the simulated model.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Model id sent in each request.</summary>
    public required string Model { get; init; }

    /// <summary>Ids the endpoint may answer with besides <see cref="Model"/> and its dated versions.</summary>
    public IReadOnlyList<string> AcceptedModels { get; init; } = [];

    /// <summary>Name of the environment variable that holds the key; null where none is needed. Never the key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Longest wait for one reply, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Sampling and length parameters.</summary>
    public ModelParameters Parameters { get; init; } = new();

    /// <summary>Price, or null where the plan gives none.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Error profile of a simulated model; null for a real one.</summary>
    public SimulatedProfile? Profile { get; init; }

    /// <summary>True for the stand-in that ships with the workbench.</summary>
    public bool IsSimulated => Provider == ModelProvider.Simulated;

    /// <summary>Name for people: a simulated model is never shown without that word.</summary>
    public string DisplayName => IsSimulated ? $"{Name} (simulated)" : Name;
}
