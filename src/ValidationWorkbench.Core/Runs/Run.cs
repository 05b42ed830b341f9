namespace ValidationWorkbench.Runs;

/// <summary>One execution of a frozen plan.</summary>
public sealed class Run
{
    private RunState state;
    private string? outcome;

    public required string Id { get; init; }

    /// <summary>When the run was planned, in microseconds since 1970-01-01 UTC.</summary>
    public required long PlannedMicros { get; init; }

    /// <summary>Name of the candidate, for listing.</summary>
    public required string Candidate { get; init; }

    /// <summary>Name of the baseline, for listing.</summary>
    public required string Baseline { get; init; }

    /// <summary>SHA-256 of the configuration's canonical JSON, which is kept as evidence.</summary>
    public required string ConfigurationSha256 { get; init; }

    /// <summary>Trials planned: cases x models x repeats.</summary>
    public required int Planned { get; init; }

    public RunState State
    {
        get => state;
        init => state = value;
    }

    /// <summary>Outcome of the latest assessment, such as GO; null before the first.</summary>
    public string? Outcome
    {
        get => outcome;
        init => outcome = value;
    }

    /// <summary>Moves on to a later state.</summary>
    /// <exception cref="InvalidOperationException">The state would not be later.</exception>
    public void MoveTo(RunState next)
    {
        if (next <= State)
        {
            throw new InvalidOperationException($"Run {Id} is {State}; it cannot become {next}.");
        }

        state = next;
    }

    /// <summary>Notes the outcome of an assessment; the run is assessed from then on.</summary>
    public void Assess(string result)
    {
        outcome = result;
        state = RunState.Assessed;
    }
}
