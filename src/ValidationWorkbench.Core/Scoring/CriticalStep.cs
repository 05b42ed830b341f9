using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>Critical tokens of a step, found once for all comparisons.</summary>
/// <param name="Action">Those of the action.</param>
/// <param name="Expected">Those of the expected result.</param>
public sealed record CriticalStep(IReadOnlyList<CriticalToken> Action, IReadOnlyList<CriticalToken> Expected)
{
    public static CriticalStep Of(OqStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new CriticalStep(CriticalTokens.Of(step.Action), CriticalTokens.Of(step.ExpectedResult));
    }
}
