namespace ValidationWorkbench.Verification;

/// <summary>What the records say of one run, as they pass by.</summary>
internal sealed class RunExpectation(string id, long planned)
{
    private readonly RowMarks positions = new();
    private readonly Dictionary<string, long> unfinished = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    /// <summary>Sequence of the record that speaks of the run's row last.</summary>
    public long Sequence { get; set; }

    /// <summary>Trials planned.</summary>
    public long Planned { get; } = planned;

    public long Finished { get; private set; }

    public string State { get; set; } = "Planned";

    public string? Outcome { get; set; }

    /// <summary>Values of the row that never change: key, planned time, candidate, baseline, configuration.</summary>
    public required object?[] Row { get; init; }

    public int Assessments { get; set; }

    /// <summary>Documents of every issue, in order.</summary>
    public List<IssuedFiles> Issues { get; } = [];

    /// <summary>Documents that were rendered beside the package, in order.</summary>
    public List<IssuedFiles> Renderings { get; } = [];

    /// <summary>Takes an attempt.</summary>
    /// <returns>What does not add up; null where all does.</returns>
    public string? AddAttempt(string trial, long number, (long Position, long Attempts)? end)
    {
        var expected = unfinished.GetValueOrDefault(trial) + 1;
        unfinished[trial] = number;
        if (number != expected)
        {
            return FormattableString.Invariant($"trial {trial}: attempt {number} follows attempt {expected - 1}");
        }

        return end is { } last ? Finish(trial, number, last.Position, last.Attempts) : null;
    }

    private string? Finish(string trial, long number, long position, long attempts)
    {
        unfinished.Remove(trial);
        Finished++;
        return attempts != number ? FormattableString.Invariant($"trial {trial}: {attempts} attempts on record, the last is number {number}")
            : position < 0 || position >= Planned ? FormattableString.Invariant($"trial {trial}: place {position} in an order of {Planned} trials")
            : !positions.Mark(position) ? FormattableString.Invariant($"trial {trial}: place {position} was taken before")
            : Finished > Planned ? FormattableString.Invariant($"trial {trial}: more than the {Planned} trials planned") : null;
    }
}
