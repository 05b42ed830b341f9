namespace ValidationWorkbench.Scoring;

/// <summary>How the steps of two suites were paired.</summary>
/// <param name="Pairs">
/// Pairs in the order of the left suite. Where several pairings reach the same similarity, the first left step has the first right step it can have, and
/// so on.
/// </param>
/// <param name="LeftCount">Steps of the left suite.</param>
/// <param name="RightCount">Steps of the right suite.</param>
public sealed record StepMatching(IReadOnlyList<StepPair> Pairs, int LeftCount, int RightCount)
{
    /// <summary>Similarity S = 2 sum(s) / (|A| + |B|) in [0,1]; 0 where one suite has no steps, null where both have none.</summary>
    public double? Score => LeftCount + RightCount == 0 ? null : 2 * Pairs.Sum(pair => pair.Similarity) / (LeftCount + RightCount);

    /// <summary>Places of the left steps without a counterpart.</summary>
    public IReadOnlyList<int> UnmatchedLeft => [.. Enumerable.Range(0, LeftCount).Except(Pairs.Select(pair => pair.Left))];

    /// <summary>Places of the right steps without a counterpart.</summary>
    public IReadOnlyList<int> UnmatchedRight => [.. Enumerable.Range(0, RightCount).Except(Pairs.Select(pair => pair.Right))];

    /// <summary>
    /// Share of pairs in order, in (0,1]: length of the longest run of pairs that ascend in both suites, gaps allowed, by the number of pairs; null without pairs.
    /// </summary>
    public double? OrderShare => Pairs.Count == 0 ? null : (double)LongestAscent() / Pairs.Count;

    /// <summary>Longest increasing subsequence of the right places (Schensted 1961): ends[i] is the smallest end of one with i + 1 members.</summary>
    private int LongestAscent()
    {
        var ends = new List<int>();
        foreach (var pair in Pairs)
        {
            var place = ~ends.BinarySearch(pair.Right);
            if (place == ends.Count)
            {
                ends.Add(pair.Right);
            }
            else
            {
                ends[place] = pair.Right;
            }
        }

        return ends.Count;
    }
}
