using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say how stable the models are over repeats.</summary>
internal static class RepeatParts
{
    public static IReadOnlyList<ContentPart> Repeatability(DocumentFacts facts)
    {
        var figures = facts.Assessment.RepeatFigures.Where(of => of.Decisions.Cases > 0).ToList();
        return
        [
            new TablePart("Agreement of the repeats of a case in what was decided; a missing or unreadable answer equals nothing. For display: this "
                + "table decides nothing",
                [
                    new("Task", 2.2), new("Model", 3.4), new("Cases", 1.1, true), new("All the same", 1.6, true), new("Modal agreement", 1.8, true),
                    new("Pairwise agreement", 1.8, true),
                    new("Without a mode", 1.6, true), new("Alpha", 1.8, true),
                ],
                [.. figures.Select(of => Row(of, facts,
                    Number(of.Decisions.Cases), StatusWords.Share(of.Decisions.IdenticalShare), StatusWords.Share(of.Decisions.ModalAgreement),
                    StatusWords.Share(of.Decisions.PairAgreement),
                    Number(of.Decisions.WithoutMode), StatusWords.Value(of.Decisions.Alpha)))]),
            new TablePart("Accuracy over calls, with a standard error between cases. It is too optimistic near 100 % and decides nothing",
                [new("Task", 2.2), new("Model", 3.4), new("Call accuracy", 1.8, true), new("Cluster standard error", 2.2, true),
                    new("Design effect", 1.8, true), new("Status", 1.8)],
                [.. figures.Select(of => Row(of, facts,
                    StatusWords.Share(of.Accuracy.Mean), StatusWords.Value(of.Accuracy.ClusterError), StatusWords.Value(of.Accuracy.DesignEffect),
                    StatusWords.Of(of.Accuracy.Status)))]),
            new TablePart("Spread of scores from 0 to 1 between repeats of the same case. For display: this table decides nothing",
                [
                    new("Task", 2.1), new("Model", 2.6), new("Score", 2.1), new("Cases", 1, true), new("Left out", 0.9, true),
                    new("SD within cases", 1.3, true),
                    new("Repeatability limit", 1.9, true), new("ICC(1)", 3.5, true), new("Status", 2),
                ],
                [.. figures.SelectMany(of => of.Scores.Select(score => Row(of, facts,
                    score.Score, Number(score.Spread.Variance.Cases), Number(score.Without), StatusWords.Value(score.WithinDeviation),
                    StatusWords.Value(score.RepeatabilityLimit),
                    Correlation(score.Spread), StatusWords.Of(score.Spread.Status))))]),
            ParagraphPart.Plain("Two repeats of a case differ by more than the repeatability limit, 2.77 standard deviations, in one pair of "
                + "twenty. The intraclass correlation depends on how different the cases are. A case without the score in some repeat is left out; "
                + "where a suite is missing or unreadable, its scores are 0."),
            .. OneByOne(facts),
        ];
    }

    /// <summary>A server that batches calls may answer otherwise under load, so both are shown apart.</summary>
    private static IReadOnlyList<ContentPart> OneByOne(DocumentFacts facts)
    {
        if (facts.Assessment.Sequential is not { } sequential)
        {
            return [];
        }

        var concurrency = Number(facts.Configuration.Concurrency);
        return
        [
            new TablePart("Cases whose repeats by the candidate are all alike: the trials of the run, and the same cases asked again one call at a time. "
                + "For display: this table decides nothing",
                [new("Alike in", 2), new("Calls", 4), new("Cases", 1.2, true), new("All the same", 1.6, true), new("Share", 1.6, true),
                    new("At least", 1.6, true), new("At most", 1.6, true)],
                [.. sequential.Rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Subject, row.OneByOne ? "one at a time" : $"up to {concurrency} at once", Number(row.Cases), Number(row.Same),
                    StatusWords.Share(row.Share.Estimate), Figures.LowerBound(row.Share.Lower), Figures.UpperBound(row.Share.Upper),
                ])]),
            ParagraphPart.Plain($"{Figures.Count(sequential.Drawn, "case")} drawn by the seed, {Number(sequential.LeftOut)} left out, since an answer is missing"
                + $"{(sequential.Stopped is { } why ? $"; not every question was asked: {why}" : string.Empty)}. Bounds by Clopper and Pearson, "
                + "each with 95 % confidence. Texts are compared byte for byte, decisions by what was read from the answers."),
        ];
    }

    private static IReadOnlyList<string> Row(RepeatFigures of, DocumentFacts facts, params string[] cells) =>
        [CriterionWords.Kebab(of.Task), facts.Configuration.ModelOf(of.Role).DisplayName, .. cells];

    private static string Correlation(IntraclassCorrelation icc) => StatusWords.Value(icc.OfSingleRepeat)
        + (icc is { Lower: { } lower, Upper: { } upper }
            ? $" ({Figures.LowerDifference(lower).TrimStart('+')} to {Figures.UpperDifference(upper).TrimStart('+')})" : string.Empty);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
