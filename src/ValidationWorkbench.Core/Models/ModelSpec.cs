using System.Globalization;
using System.Text.Json.Serialization;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>A model as the plan declares it: where it is, what is asked of it, what it costs.</summary>
public sealed record ModelSpec
{
    /// <summary>Name used in the plan, on the command line and in documents.</summary>
    public required string Name { get; init; }

    /// <summary>Provider of the deterministic stand-in that ships with the workbench. It is no language model; its results are a demonstration.</summary>
    public const string SimulatedProvider = "simulated";

    /// <summary>Provider of a client that the plan names in an assembly of its own.</summary>
    public const string PluginProvider = "plugin";

    /// <summary>How it is reached: the name of a preset (<see cref="ProviderPresets"/>), <c>simulated</c> or <c>plugin</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Base address of the endpoint, without <c>/chat/completions</c>; null for that of the preset, and where there is none.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Model id sent in each request.</summary>
    public required string Model { get; init; }

    /// <summary>Ids the endpoint may answer with besides <see cref="Model"/> and its dated versions.</summary>
    public IReadOnlyList<string> AcceptedModels { get; init; } = [];

    /// <summary>Name of the environment variable that holds the key; null where none is needed. Never the key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>
    /// File that holds the key in one line, readable by its owner alone: a full path, or one that begins with <c>~/</c>. Null for none; only one of
    /// the two is given.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KeyFile { get; init; }

    /// <summary>Longest wait for one reply, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Sampling and length parameters.</summary>
    public ModelParameters Parameters { get; init; } = new();

    /// <summary>What the plan changes of the preset; null for nothing.</summary>
    public ConnectionOverrides? Connection { get; init; }

    /// <summary>
    /// Endpoints that are asked in this order while the one before is down, and never for an answer that is there; null for none, and left out then.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ModelFallback>? Fallbacks { get; init; }

    /// <summary>The model as it is asked at each of them, frozen with a run; null where there is none.</summary>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ModelSpec>? Alternatives { get; internal init; }

    /// <summary>The model at its first endpoint, then at those to fall back on.</summary>
    [JsonIgnore]
    public IReadOnlyList<ModelSpec> Chain => [this, .. Alternatives ?? []];

    /// <summary>The settings that follow, frozen with a run; null before, and where there is no endpoint.</summary>
    [JsonInclude]
    public EndpointSettings? Settings { get; internal init; }

    /// <summary>The settings, frozen or as they would be frozen now.</summary>
    public EndpointSettings Wire => Settings ?? ModelResolver.Resolve(this).Settings ?? new EndpointSettings();

    /// <summary>Client in an assembly of the plan's own; null for all other providers, and left out for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PluginSpec? Plugin { get; init; }

    /// <summary>Price, or null where the plan gives none.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Error profile of a simulated model; null for a real one.</summary>
    public SimulatedProfile? Profile { get; init; }

    /// <summary>True for the stand-in that ships with the workbench.</summary>
    public bool IsSimulated => Provider == SimulatedProvider;

    /// <summary>True where it is asked over the network.</summary>
    public bool HasEndpoint => Provider is not (SimulatedProvider or PluginProvider);

    /// <summary>Name for people: a simulated model is never shown without that word.</summary>
    public string DisplayName => IsSimulated ? $"{Name} (simulated)" : Name;

    /// <summary>Word for endpoints to fall back on in what is said of them.</summary>
    public const string FallbackWord = "fallback";

    /// <summary>The address of an endpoint of <see cref="Chain"/> in words, a fallback under its number; null where there is only one.</summary>
    /// <param name="place">Its place, from 0.</param>
    public string? NameOfEndpoint(int place) => Alternatives is null ? null
        : place == 0 ? Endpoint
        : string.Create(CultureInfo.InvariantCulture, $"{Chain[place].Endpoint} ({FallbackWord} {place})");

    /// <summary>The model without the places of key files, which are nobody's business on another machine.</summary>
    public ModelSpec WithoutKeyFiles() => this with
    {
        KeyFile = null,
        Fallbacks = Fallbacks is { } fallbacks ? [.. fallbacks.Select(fallback => fallback with { KeyFile = null })] : null,
        Alternatives = Alternatives is { } others ? [.. others.Select(other => other.WithoutKeyFiles())] : null,
    };

    /// <summary>Where it is asked while the endpoints before are down, one line each; empty where there is no such place.</summary>
    public IReadOnlyList<string> DescribeFallbacks() => [.. Chain.Select((model, place) => $"as {model.Model} at {NameOfEndpoint(place)}").Skip(1)];
}
