using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Monitoring;

/// <summary>What a model answered to one case.</summary>
/// <param name="Decisions">Decision of each repeat in order.</param>
/// <param name="Reasons">Why repeats are right or wrong, each reason once.</param>
public sealed record CaseAnswers(IReadOnlyList<string> Decisions, IReadOnlyList<string> Reasons)
{
    private const string None = "(no answer)";

    /// <summary>Answers of the repeats; where some are wrong, only the reasons of these are given.</summary>
    public static CaseAnswers Of(IReadOnlyList<TrialScore?> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        var wrong = repeats.Where(score => !CaseScores.IsRight(score)).ToList();
        return new CaseAnswers(
            [.. repeats.Select(score => score?.Decision ?? None)],
            [.. (wrong.Count > 0 ? wrong : repeats).Select(score => score?.Reason ?? None).Distinct()]);
    }
}
