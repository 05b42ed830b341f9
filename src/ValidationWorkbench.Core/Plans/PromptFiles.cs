namespace ValidationWorkbench.Plans;

/// <summary>The instructions given to the models, one file per task.</summary>
public sealed record PromptFiles
{
    public required PinnedFile Categorization { get; init; }

    public required PinnedFile OqGeneration { get; init; }
}
