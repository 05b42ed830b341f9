namespace ValidationWorkbench.Plans;

/// <summary>Numbers and versions of the documents that a run issues.</summary>
public sealed record DocumentNumbers
{
    public required DocumentNumber ValidationMasterPlan { get; init; }

    public required DocumentNumber UserRequirements { get; init; }

    public required DocumentNumber ValidationReport { get; init; }
}
