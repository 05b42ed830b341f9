using System.Text.Json.Serialization;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Runs;

/// <summary>
/// Everything that defines a run's results: frozen files by their SHA-256, models, repeats, seed. It is stored as canonical JSON
/// whose hash is the run's fingerprint.
/// </summary>
public sealed record RunConfiguration
{
    public required string PlanId { get; init; }

    public required string PlanVersion { get; init; }

    public required FrozenFile Plan { get; init; }

    /// <summary>Prompt files: categorization, OQ generation.</summary>
    public required IReadOnlyList<FrozenFile> Prompts { get; init; }

    public required IReadOnlyList<FrozenCaseSet> CaseSets { get; init; }

    public required IReadOnlyList<FrozenFile> Templates { get; init; }

    public required ModelSpec Baseline { get; init; }

    public required ModelSpec Candidate { get; init; }

    /// <summary>Deployment profile of the plan that was chosen; left out where there was none. Models and concurrency are those under it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Profile { get; init; }

    public required int Repeats { get; init; }

    public required long Seed { get; init; }

    public required int Concurrency { get; init; }

    /// <summary>Recording that the models were answered from; null where they were really asked.</summary>
    public string? ReplayedFrom { get; init; }

    /// <summary>Recording that answers for the baseline while the candidate is asked; left out where both models are asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FrozenBaseline? FrozenBaseline { get; init; }

    /// <summary>Settings given on the command line that differ from the plan, one line each.</summary>
    public required IReadOnlyList<string> Deviations { get; init; }

    /// <summary>True where the answers of a role, and their latencies, come from a recording.</summary>
    public bool IsRecorded(ModelRole role) => ReplayedFrom is not null || (role == ModelRole.Baseline && FrozenBaseline is not null);

    /// <summary>Model of a role.</summary>
    public ModelSpec ModelOf(ModelRole role) => role == ModelRole.Baseline ? Baseline : Candidate;
}
