using ValidationWorkbench.Models;

namespace ValidationWorkbench.Runs;

/// <summary>A finished trial: an answer, or the endpoint's last word that there will be none.</summary>
public sealed record Trial
{
    public required string RunId { get; init; }

    public required string CaseId { get; init; }

    public required ModelRole Role { get; init; }

    public required int Repeat { get; init; }

    /// <summary>Place in the drawn order, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Number of attempts made.</summary>
    public required int Attempts { get; init; }

    /// <summary>True where an answer came.</summary>
    public required bool Answered { get; init; }

    /// <summary>When the trial was finished, in microseconds since 1970-01-01 UTC.</summary>
    public required long FinishedMicros { get; init; }

    /// <summary>Its name within the run.</summary>
    public TrialKey Key => new(CaseId, Role, Repeat);
}
