using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>How far a run is.</summary>
/// <param name="Planned">Trials planned.</param>
/// <param name="Finished">Trials finished, earlier starts included.</param>
/// <param name="Errors">Trials finished without an answer.</param>
/// <param name="Baseline">Tokens of the baseline, earlier starts included.</param>
/// <param name="Candidate">Tokens of the candidate.</param>
/// <param name="Cost">Cost of these tokens with its currency, such as <c>0.12 USD</c>; null where no model has a price.</param>
/// <param name="Elapsed">Time since this program began.</param>
/// <param name="FinishedHere">Trials finished by this program.</param>
public sealed record RunProgress(int Planned, int Finished, int Errors, TokenUsage Baseline, TokenUsage Candidate, string? Cost, TimeSpan Elapsed, int FinishedHere)
{
    /// <summary>Share of good attempts among the last 20 of the endpoint that is worst off, 0-1; 1 where there is no endpoint.</summary>
    public double Health { get; init; } = 1;

    /// <summary>Trials per second since then.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? FinishedHere / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at this rate; null while it is unknown.</summary>
    public TimeSpan? Left => Rate > 0 ? TimeSpan.FromSeconds((Planned - Finished) / Rate) : null;
}
