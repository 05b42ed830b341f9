using System.Globalization;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>The one category of a case: that of most repeats. A case counts once, however often it was asked.</summary>
internal static class CaseCategory
{
    // Stands among the answers, so that a case without a readable answer in most repeats has no category.
    private const string NoAnswer = "";

    /// <summary>The category, or that the model did not decide; null for a tie, and where most repeats hold no readable answer.</summary>
    public static string? Of(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return RepeatSummary.Mode([.. repeats.Select(Label)]) is { } mode && mode != NoAnswer ? mode : null;
    }

    private static string Label(TrialScore? score) => score is not { SchemaConforms: true } ? NoAnswer
        : score.Category?.ToString(CultureInfo.InvariantCulture) ?? ProductionDrift.Undecided;
}
