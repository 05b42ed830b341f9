using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Monitoring;

/// <summary>Whether two runs are of one panel and candidate by their configurations alone, so that neither need be scored to know.</summary>
public static class SamePanel
{
    /// <summary>True for the same cases, as many repeats, and no hard difference in the settings of the candidate.</summary>
    public static bool Holds(RunConfiguration first, RunConfiguration second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Repeats == second.Repeats && first.CaseSets.Select(set => set.Sha256).SequenceEqual(second.CaseSets.Select(set => set.Sha256))
            && !ConfigurationComparison.OfSettings(first, second).Any(difference => difference.IsHard);
    }
}
