using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say how far the models agree, beside how far the baseline agrees with itself.</summary>
internal static class AgreementParts
{
    public static IReadOnlyList<ContentPart> Agreement(DocumentFacts facts) => facts.Assessment.Agreement is not { N: > 0 } agreement
        ? [ParagraphPart.Plain("The run has no categorization cases.")]
        :
        [
            new FactsPart(
            [
                ("Rule", agreement.Tolerance is { } tolerance
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"the same category by most repeats, and mean confidences less than {tolerance} apart, as the plan's criterion has it")
                    : "the same category by most repeats"),
                ("In agreement", $"{Number(agreement.Agreeing)} of {Number(agreement.N)} cases, "
                    + $"{Figures.Percent((double)agreement.Agreeing / agreement.N)}"),
                ("Baseline to itself", agreement.BaselineToItself is { } self
                    ? $"{Figures.Percent(self)} of its repeat pairs by the same rule: what its own scatter leaves. Single repeats scatter more than "
                        + "the category of most, so a candidate may be above it"
                    : "one repeat cannot tell"),
                ("Otherwise improved", $"{Number(agreement.Improved.Count)} cases that only the candidate has right"),
                ("For an expert", agreement.Differing.Count == 0 ? "no other case"
                    : $"{Number(agreement.Differing.Count)} cases: {string.Join(", ", agreement.Differing)}"),
            ]),
            new TablePart("Agreement in categories, raw and corrected for chance, 95 % intervals. For display: this table decides nothing",
                [new("Compared", 3.1), new("Cases", 1, true), new("Raw agreement", 4, true), new("Kappa", 3.7, true), new("AC1", 3.7, true),
                    new("Alpha", 1.3, true)],
                [
                    Row($"{Name(facts, ModelRole.Candidate)} to {Name(facts, ModelRole.Baseline)}", facts.Assessment.CategoryAgreement),
                    .. facts.Assessment.SelfAgreement.Select((figures, role) => Row($"{Name(facts, (ModelRole)role)} to itself", figures)),
                ]),
            ParagraphPart.Plain("Categories are taken as names without an order; one that is missing agrees with none. Between models the category "
                + "of most repeats counts, within a model every pair of repeats. Kappa is Cohen's between models and Fleiss' within one, AC1 Gwet's, "
                + "alpha Krippendorff's. Where one category dominates, kappa can be near 0 in spite "
                + "of high agreement; AC1 then stays near the raw figure."),
            ParagraphPart.Plain("Agreement with the baseline is no measure of truth: both may be wrong together."),
        ];

    private static IReadOnlyList<string> Row(string compared, AgreementFigures figures) =>
    [
        compared, Number(figures.Cases), figures is { Lower: { } lower, Upper: { } upper }
            ? $"{StatusWords.Share(figures.Raw)} ({Figures.LowerBound(lower)} to {Figures.UpperBound(upper)})"
            : $"{StatusWords.Share(figures.Raw)}{(figures.Raw is null ? string.Empty : " of pairs")}",
        Coefficient(figures.Kappa), Coefficient(figures.Ac1), StatusWords.Value(figures.Alpha),
    ];

    private static string Coefficient(AgreementCoefficient coefficient) =>
        StatusWords.Value(coefficient.Value) + (coefficient switch
        {
            { Status: EstimateStatus.Degenerate } => $", {StatusWords.Of(coefficient.Status)}",
            { Lower: { } lower, Upper: { } upper } =>
                $" ({Figures.LowerDifference(lower).TrimStart('+')} to {Figures.UpperDifference(upper).TrimStart('+')})",
            _ => string.Empty,
        });

    private static string Name(DocumentFacts facts, ModelRole role) => facts.Configuration.ModelOf(role).DisplayName;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
