namespace ValidationWorkbench.Plans;

/// <summary>Calls expected per month, by task; 0 or more.</summary>
public sealed record CallVolume
{
    public required int Categorization { get; init; }

    public required int OqGeneration { get; init; }
}
