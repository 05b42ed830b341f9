using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Whether the candidate's repeats are more alike one call at a time than among the calls of the run. For display, never a gate.</summary>
public sealed record SequentialComparison
{
    private const double DisplayConfidence = 0.95;

    /// <summary>Cases drawn.</summary>
    public required int Drawn { get; init; }

    /// <summary>Cases left out, since an answer is missing in one kind or the other.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Texts, then decisions; of each the trials of the run, then the calls one at a time.</summary>
    public required IReadOnlyList<IdenticalAnswers> Rows { get; init; }

    /// <summary>Why not every question was asked; null where all were.</summary>
    public string? Stopped { get; init; }

    /// <summary>Compares the repeats of the same cases in both kinds.</summary>
    /// <param name="cases">Of each case drawn the answers of the trials and those one at a time; null for a missing one.</param>
    /// <param name="stopped">Why not every question was asked; null where all were.</param>
    public static SequentialComparison Of(
        IReadOnlyList<(IReadOnlyList<GivenAnswer?> Together, IReadOnlyList<GivenAnswer?> OneByOne)> cases, string? stopped)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var whole = cases.Where(entry => entry.Together.Concat(entry.OneByOne).All(answer => answer is not null)).ToList();
        IdenticalAnswers Row(string subject, bool oneByOne, Func<GivenAnswer, string?> part)
        {
            var same = whole.Count(entry => AreAlike([.. (oneByOne ? entry.OneByOne : entry.Together).Select(answer => part(answer!))]));
            return new IdenticalAnswers(subject, oneByOne, whole.Count, same, BinomialBound.Interval(same, whole.Count, DisplayConfidence));
        }

        return new SequentialComparison
        {
            Drawn = cases.Count,
            LeftOut = cases.Count - whole.Count,
            Rows =
            [
                Row("text", false, answer => answer.Text), Row("text", true, answer => answer.Text),
                Row("decision", false, answer => answer.Decision), Row("decision", true, answer => answer.Decision),
            ],
            Stopped = stopped,
        };
    }

    private static bool AreAlike(IReadOnlyList<string?> repeats) => repeats[0] is { } first && repeats.All(repeat => repeat == first);
}
