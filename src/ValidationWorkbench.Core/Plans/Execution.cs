namespace ValidationWorkbench.Plans;

/// <summary>How calls are made and when a run stops being a basis for judgement.</summary>
public sealed record Execution
{
    /// <summary>Calls under way at once, 1-64.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Attempts per trial, 1-10. Only trouble at the endpoint is tried again, never an answer.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>True to score the final channel where a server leaves the marks of gpt-oss's channels in the content, for both models alike.</summary>
    public bool ExtractHarmony { get; init; } = true;

    /// <summary>Share of trials without an answer above which a run is invalid, 0-1.</summary>
    public required double MaxErrorShare { get; init; }

    /// <summary>Trials without an answer in a row after which a run stops, from 1.</summary>
    public int StopAfterConsecutiveErrors { get; init; } = 20;
}
