namespace ValidationWorkbench.Plans;

/// <summary>What the company has found out about a model and its supplier, in its own words; null where that is not stated.</summary>
public sealed record ModelDossier
{
    /// <summary>Who answers for the model, or for the service that serves it.</summary>
    public string? Provider { get; init; }

    /// <summary>Release, weights or snapshot, as exactly as they are known.</summary>
    public string? Revision { get; init; }

    public string? Licence { get; init; }

    /// <summary>Date up to which the training data reach.</summary>
    public string? TrainingCutoff { get; init; }

    /// <summary>Precision in which the weights are served.</summary>
    public string? Quantisation { get; init; }

    /// <summary>Where it runs, and who operates it.</summary>
    public string? Hosting { get; init; }

    /// <summary>What the provider may do with prompts and replies.</summary>
    public string? DataUse { get; init; }

    /// <summary>How long the provider keeps prompts and replies.</summary>
    public string? Retention { get; init; }

    /// <summary>When and how the model may change, and how that is announced.</summary>
    public string? UpdatePolicy { get; init; }

    /// <summary>Limits that the supplier or others have stated.</summary>
    public IReadOnlyList<string> KnownLimits { get; init; } = [];
}
