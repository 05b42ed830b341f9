using ValidationWorkbench.Assessment;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>The paired comparison by methods that decide nothing.</summary>
internal static class PairedParts
{
    public static IReadOnlyList<ContentPart> Methods(DocumentFacts facts) =>
    [
        new TablePart("Candidate minus baseline by three methods, in points. For display: this table decides nothing",
            [
                new("Task", 2.4), new("Difference", 1.7, true), new("Tango, 95 %", 2.6, true), new("Newcombe, 95 %", 2.6, true),
                new("McNemar, exact p", 2, true),
                new("McNemar, mid-p", 2, true), new("Status", 2.8),
            ],
            [.. facts.Assessment.Paired.Select(Row)]),
        ParagraphPart.Plain("A p value above 0.05 is no sign of equivalence: with few cases a much worse candidate has one too. Whether the "
            + "candidate is not inferior is decided by the plan's criterion alone, with its margin and Tango's limit."),
    ];

    private static IReadOnlyList<string> Row(PairedFigures figures)
    {
        var (tango, mcNemar) = (figures.Tango, figures.McNemar);
        return
        [
            CriterionWords.Kebab(figures.Task), tango.Estimate is { } difference ? Figures.Points(difference) : StatusWords.Of(tango.Status),
            Interval(tango), Interval(figures.Newcombe),
            Figures.Probability(mcNemar.Exact), Figures.Probability(mcNemar.MidP),
            StatusWords.Of(tango.Status == EstimateStatus.Ok ? mcNemar.Status : tango.Status),
        ];
    }

    private static string Interval(IntervalEstimate interval) =>
        interval.Status == EstimateStatus.Ok ? $"{Figures.LowerPoints(interval.Lower)} to {Figures.UpperPoints(interval.Upper)}"
            : StatusWords.Of(interval.Status);
}
