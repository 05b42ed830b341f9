namespace ValidationWorkbench.Plans;

/// <summary>How calls are made and when a run stops being a basis for judgement.</summary>
public sealed record Execution
{
    /// <summary>Calls under way at once, 1-1024.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Failed attempts per trial, 1-5, over all starts of a run. Only trouble at the endpoint is tried again, never an answer.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Longest wait, in seconds, that an endpoint may ask for, 0-3600; where it asks for more the run stops and can be resumed.</summary>
    public double MaxWaitSeconds { get; init; } = 60;

    /// <summary>True to ask each model that has an endpoint once before its first trial; the reply is kept and not scored.</summary>
    public bool WarmUp { get; init; } = true;

    /// <summary>True to score the final channel where a server leaves the marks of gpt-oss's channels in the content, for both models alike.</summary>
    public bool ExtractHarmony { get; init; } = true;

    /// <summary>Share of trials without an answer above which a run is invalid, 0-1.</summary>
    public required double MaxErrorShare { get; init; }

    /// <summary>Trials without an answer in a row after which a run stops, from 1.</summary>
    public int StopAfterConsecutiveErrors { get; init; } = 20;
}
