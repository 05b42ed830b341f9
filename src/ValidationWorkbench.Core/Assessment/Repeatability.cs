using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>A case whose repeats disagree: what was decided each time.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Role">The model.</param>
/// <param name="Decisions">Decision of each repeat in order.</param>
public sealed record Repeatability(string CaseId, ModelRole Role, IReadOnlyList<string> Decisions)
{
    /// <summary>True where every repeat brought a readable answer and all decisions are the same.</summary>
    public static bool IsSame(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return repeats.Count > 0 && Readable(repeats[0]) is { } first && repeats.All(score => Readable(score) == first);
    }

    /// <summary>What was decided; null where there is no readable answer.</summary>
    public static string? Readable(TrialScore? score) => score is { SchemaConforms: true } ? score.Decision : null;
}
