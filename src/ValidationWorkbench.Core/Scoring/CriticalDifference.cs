using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>Two paired steps that differ in what decides their meaning, for a subject matter expert to look at. A screen: no difference proves nothing.</summary>
/// <param name="Pair">The steps.</param>
/// <param name="OnlyInLeft">Critical tokens of the left step that the right one lacks; those of the action first.</param>
/// <param name="OnlyInRight">The reverse.</param>
public sealed record CriticalDifference(StepPair Pair, IReadOnlyList<CriticalToken> OnlyInLeft, IReadOnlyList<CriticalToken> OnlyInRight)
{
    /// <summary>Pairs of a matching that differ, in its order. Action is compared with action and expected result with expected result.</summary>
    /// <param name="matching">The pairing.</param>
    /// <param name="left">The steps that were matched on the left.</param>
    /// <param name="right">The steps that were matched on the right.</param>
    public static IReadOnlyList<CriticalDifference> Of(StepMatching matching, IReadOnlyList<CriticalStep> left, IReadOnlyList<CriticalStep> right)
    {
        ArgumentNullException.ThrowIfNull(matching);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return [.. matching.Pairs.Select(pair => Of(pair, left[pair.Left], right[pair.Right]))
            .Where(difference => difference.OnlyInLeft.Count + difference.OnlyInRight.Count > 0)];
    }

    private static CriticalDifference Of(StepPair pair, CriticalStep left, CriticalStep right)
    {
        var action = CriticalTokens.Difference(left.Action, right.Action);
        var expected = CriticalTokens.Difference(left.Expected, right.Expected);
        return new CriticalDifference(pair, [.. action.OnlyInLeft, .. expected.OnlyInLeft], [.. action.OnlyInRight, .. expected.OnlyInRight]);
    }
}
