namespace ValidationWorkbench.Assessment;

/// <summary>How many critical differences experts have judged.</summary>
/// <param name="Acceptable">Judged acceptable.</param>
/// <param name="NotAcceptable">Judged not acceptable.</param>
/// <param name="Open">Judged by nobody yet.</param>
public readonly record struct DispositionCounts(int Acceptable, int NotAcceptable, int Open)
{
    /// <summary>All differences.</summary>
    public int Total => Acceptable + NotAcceptable + Open;

    /// <summary>Counts differences.</summary>
    public static DispositionCounts Of(IEnumerable<StepDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return differences.Aggregate(default(DispositionCounts), (counts, difference) => difference.Disposition switch
        {
            null => counts with { Open = counts.Open + 1 },
            { IsAcceptable: true } => counts with { Acceptable = counts.Acceptable + 1 },
            _ => counts with { NotAcceptable = counts.NotAcceptable + 1 },
        });
    }
}
