using System.Globalization;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Monitoring;

/// <summary>The one category of a case: that of most repeats. A case counts once, however often it was asked.</summary>
internal static class CaseCategory
{
    /// <summary>The category, or that the model did not decide; null for a tie, and where most repeats hold no readable answer.</summary>
    public static string? Of(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        var counts = repeats.CountBy(Label).OrderByDescending(entry => entry.Value).ToList();
        return counts.Count == 0 || counts[0].Key.Length == 0 || (counts.Count > 1 && counts[1].Value == counts[0].Value) ? null : counts[0].Key;
    }

    private static string Label(TrialScore? score) => score is not { SchemaConforms: true } ? string.Empty
        : score.Category?.ToString(CultureInfo.InvariantCulture) ?? ProductionDrift.Undecided;
}
