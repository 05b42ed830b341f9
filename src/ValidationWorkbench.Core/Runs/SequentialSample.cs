using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Runs;

/// <summary>The cases that are asked again one call at a time.</summary>
public static class SequentialSample
{
    private const ulong Stream = 0x5E9C_0DE5_0000_0001;

    /// <summary>Draws cases without replacement, each with the same chance, by numbers apart from those of the order of calls.</summary>
    /// <param name="caseIds">Ids to draw from.</param>
    /// <param name="count">How many; all where there are fewer.</param>
    /// <param name="seed">Seed of the run.</param>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> caseIds, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(caseIds);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new SplitMix64(unchecked((ulong)seed) ^ Stream);
        List<string> left = [.. caseIds];
        var drawn = new List<string>();
        while (drawn.Count < count && left.Count > 0)
        {
            var next = random.NextIndex(left.Count);
            drawn.Add(left[next]);
            left.RemoveAt(next);
        }

        return drawn;
    }
}
