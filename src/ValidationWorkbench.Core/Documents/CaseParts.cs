using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that go down to single cases.</summary>
internal static class CaseParts
{
    private const int SmallestStratumShown = 3;

    // Two pages at most; the whole list is a file, which a reviewer can sort and fill in.
    private const int MostDifferencesShown = 10;

    public static IReadOnlyList<ContentPart> Comparison(DocumentFacts facts)
    {
        var (categorization, oq) = (facts.Assessment.Categorization, facts.Assessment.OqGeneration);
        static IReadOnlyList<string> Row(string task, Comparison of) =>
            [task, Number(of.N), Number(of.BothRight), Number(of.Improved.Count), Number(of.Regressed.Count), Number(of.BothWrong)];
        return
        [
            new TablePart("Baseline against candidate on the same cases; a case is right where every repeat is right",
                [new("Task", 4), new("Cases", 1.5, true), new("Both right", 2, true), new("Improved", 2, true), new("Regressed", 2, true),
                    new("Both wrong", 2, true)],
                [Row("categorization", categorization), Row("oq-generation", oq)]),
            .. PairedParts.Methods(facts),
            .. Listed("Regressed: right with the baseline, not with the candidate", [.. categorization.Regressed, .. oq.Regressed], facts),
            .. Listed("Improved: right with the candidate, not with the baseline", [.. categorization.Improved, .. oq.Improved], facts),
        ];
    }

    public static IReadOnlyList<ContentPart> Confusion(DocumentFacts facts) => [CategoryTable(facts), .. Unreadable(facts)];

    public static IReadOnlyList<ContentPart> Strata(DocumentFacts facts)
    {
        var shown = facts.Assessment.Strata.Where(row => row.N >= SmallestStratumShown).ToList();
        return
        [
            new TablePart("Strata: cases right in every repeat. A stratum decides only where the plan has a criterion for it",
                [new("Task", 2.4), new("Stratum", 4.6), new("n", 1, true), new("Baseline", 1.7, true), new("Candidate", 1.8, true),
                    new("Candidate, 95 % lower bound", 2.4, true), new("p", 1.4, true), new("Adjusted p", 1.6, true)],
                [.. shown.Select(row => (IReadOnlyList<string>)
                [
                    CriterionWords.Kebab(row.Task), $"{row.Dimension}: {row.Value}", Number(row.N), Number(row.BaselineRight),
                    Number(row.CandidateRight), Figures.LowerBound(row.CandidateLower),
                    Figures.Probability(row.P), Figures.Probability(row.AdjustedP),
                ])]),
            ParagraphPart.Plain($"{Number(facts.Assessment.Strata.Count - shown.Count)} strata of fewer than {Number(SmallestStratumShown)} cases "
                + "are left out here; run.json lists all."),
            ParagraphPart.Plain("p is the probability of as many right answers if the true share were the plan's accuracy limit. To claim that the "
                + "limit is met in a stratum that was picked for its result, the adjusted p (Holm, over all strata) must not exceed 5 %."),
        ];
    }

    /// <summary>Stated confidences against the share that is right: what a reliability diagram draws.</summary>
    public static IReadOnlyList<ContentPart> Calibration(DocumentFacts facts)
    {
        var models = facts.Assessment.Calibration.Select((calibration, role) =>
            (facts.Configuration.ModelOf((ModelRole)role).DisplayName, calibration)).ToList();
        if (models.All(model => model.calibration.N == 0))
        {
            return [ParagraphPart.Plain("No categorization answer states a confidence.")];
        }

        static string Value(double? value, EstimateStatus status) => value is null ? StatusWords.Of(status) : StatusWords.Value(value);
        return
        [
            new TablePart("Calibration of stated confidences, over answers. Descriptive: with few answers even a perfectly calibrated model shows "
                + "an expected calibration error of several points",
                [new("Model", 4), new("Answers", 1.5, true), new("Brier", 1.4, true), new("Skill", 1.4, true), new("Reliability", 1.8, true),
                    new("Resolution", 1.8, true), new("Expected error", 1.9, true), new("Greatest error", 1.9, true)],
                [.. models.Select(model => (IReadOnlyList<string>)
                [
                    model.DisplayName, Number(model.calibration.N), .. new[]
                    {
                        model.calibration.Brier, model.calibration.Skill, model.calibration.Reliability, model.calibration.Resolution,
                        model.calibration.ExpectedError,
                        model.calibration.GreatestError,
                    }.Select(value => Value(value, model.calibration.Status)),
                ])]),
            new TablePart("Reliability diagram as figures: answers by stated confidence",
                [new("Model", 4), new("Confidence from", 2, true), new("Answers", 1.5, true), new("Mean confidence", 2, true),
                    new("Share right", 2, true)],
                [.. models.SelectMany(model => model.calibration.Bins.Select(bin => (IReadOnlyList<string>)
                [
                    model.DisplayName, Figures.Setting(bin.Index / 10.0), Number(bin.N), Figures.Percent(bin.Confidence),
                    Figures.Percent(bin.Accuracy),
                ]))]),
            ParagraphPart.Plain("A confidence that a model states of itself is no probability until this table shows it to be one."),
        ];
    }

    public static IReadOnlyList<ContentPart> Disagreements(DocumentFacts facts) =>
        facts.Assessment.Disagreements.Count == 0 ? [ParagraphPart.Plain("Every case was given the same category in all repeats by both models.")]
        :
        [
            new TablePart("Cases whose repeats disagree", [new("Case", 2), new("Model", 3), new("Decisions in order", 5)],
                [.. facts.Assessment.Disagreements.Select(row => (IReadOnlyList<string>)
                    [row.CaseId, facts.Configuration.ModelOf(row.Role).DisplayName, string.Join(" · ", row.Decisions)])]),
        ];

    /// <summary>Every case the candidate does not have right in all repeats, with its worst reason.</summary>
    public static IReadOnlyList<ContentPart> WrongAnswers(DocumentFacts facts)
    {
        var rows = facts.Cases.Select(entry => WrongRow(entry.Case, facts)).Where(row => row is not null).Select(row => row!).ToList();
        return rows.Count == 0 ? [ParagraphPart.Plain("The candidate has every case right in every repeat.")]
            : [new TablePart("Cases the candidate does not have right in every repeat",
                [new("Case", 2), new("Title", 4), new("Right", 1.2, true), new("First reason", 7)], rows)];
    }

    public static IReadOnlyList<ContentPart> Suites(DocumentFacts facts)
    {
        var cases = facts.Cases.Where(entry => entry.Task == CaseTask.OqGeneration).Select(entry => entry.Case).ToList();
        return cases.Count == 0 ? [ParagraphPart.Plain("The run has no OQ-generation cases.")]
            :
            [
                new TablePart("OQ suites of the candidate: lowest value over the repeats, and similarities (mean over pairs)",
                    [new("Case", 1.7), new("Title", 4.2), new("Covered", 1.6, true), new("Structure", 1.7, true), new("Must-have", 1.8, true),
                        new("Invented ids", 1.6, true), new("To baseline", 1.7, true), new("Baseline to itself", 1.7, true),
                        new("To itself", 1.5, true)],
                    [.. cases.Select(testCase => SuiteRow(testCase, facts))]),
                SuiteTotals([.. cases.Select(testCase => facts.Scored.Likeness.GetValueOrDefault(testCase.Id)).OfType<SuiteLikeness>()]),
            ];
    }

    /// <summary>Pairs of steps that differ in a number, comparator, negation or polarity word: those that deny or turn a word first.</summary>
    public static IReadOnlyList<ContentPart> CriticalDifferences(DocumentFacts facts)
    {
        var rows = facts.Cases.Where(entry => entry.Task == CaseTask.OqGeneration)
            .SelectMany(entry =>
                facts.Scored.Likeness.GetValueOrDefault(entry.Case.Id)?.Differences.Select(difference =>
                    (entry.Case.Id, Difference: difference)) ?? [])
            .OrderBy(row => row.Difference.Disposition switch { { IsAcceptable: false } => 0, null => 1, _ => 2 })
            .ThenBy(row => row.Difference.NumbersOnly).ToList();
        return rows.Count == 0 ? [ParagraphPart.Plain("No pair of matched steps differs in a number, comparator, negation or polarity word.")]
            :
            [
                ParagraphPart.Plain($"{Number(rows.Count)} pairs of matched steps, each pair of texts once, differ in a critical token; "
                    + $"{Number(rows.Count(row => row.Difference.NumbersOnly))} of them in numbers alone, "
                    + "such as counts. differences.csv of the package lists all; a difference is no error until a named expert has judged it."),
                Dispositions(DispositionCounts.Of(rows.Select(row => row.Difference))),
                new TablePart(string.Create(CultureInfo.InvariantCulture,
                    $"The first {Math.Min(rows.Count, MostDifferencesShown)}, those not accepted first, then open ones, denials and opposites before numbers"),
                    [new("Case", 1.6), new("Baseline", 5.2), new("Candidate", 5.2), new("Only in baseline", 1.7), new("Only in candidate", 1.7),
                        new("Disposition", 1.9)],
                    [.. rows.Take(MostDifferencesShown).Select(row => (IReadOnlyList<string>)
                        [row.Id, row.Difference.Baseline, row.Difference.Candidate, string.Join(' ', row.Difference.OnlyBaseline),
                            string.Join(' ', row.Difference.OnlyCandidate), Words(row.Difference.Disposition)])]),
            ];
    }

    private static FactsPart Dispositions(DispositionCounts counts) => new(
    [
        ("Judged acceptable", Number(counts.Acceptable)),
        ("Judged not acceptable", Number(counts.NotAcceptable)),
        ("Open: judged by nobody yet", Number(counts.Open)),
    ]);

    private static string Words(Disposition? disposition) => disposition is null ? "open"
        : $"{disposition.Word}: {disposition.Reason} ({disposition.Expert})";

    private static FactsPart SuiteTotals(List<SuiteLikeness> suites)
    {
        static string Steps(IEnumerable<StepCounts> counts)
        {
            var list = counts.ToList();
            return $"{Number(list.Sum(count => count.Matched))} matched, {Number(list.Sum(count => count.UnmatchedFirst))} and "
                + $"{Number(list.Sum(count => count.UnmatchedSecond))} without a counterpart, "
                + $"{Number(list.Sum(count => count.Differing))} matched pairs with a critical difference"
                + (list.Select(count => count.Order).Average() is { } order ? $", {Figures.Percent(order)} in the same order" : string.Empty);
        }

        return new FactsPart(
        [
            ("Steps, baseline to candidate", Steps(suites.Select(suite => suite.CandidateSteps))),
            ("Steps, baseline to itself", Steps(suites.Select(suite => suite.BaselineSteps))),
        ]);
    }

    private static TablePart CategoryTable(DocumentFacts facts) => new(
        "Precision and recall by category, over calls; descriptive, since calls of one case are not independent",
        [new("Model", 4), new("Category", 1.6), new("Expected", 1.6, true), new("Answered", 1.6, true), new("Right", 1.4, true),
            new("Precision", 1.7, true), new("Recall", 1.7, true)],
        [.. facts.Assessment.Confusion.SelectMany((matrix, role) => matrix.Categories.Select(rates => (IReadOnlyList<string>)
        [
            facts.Configuration.ModelOf((ModelRole)role).DisplayName, rates.Category, Number(rates.Expected), Number(rates.Answered),
            Number(rates.Right), StatusWords.Share(rates.Precision), StatusWords.Share(rates.Recall),
        ]))]);

    private static IEnumerable<ContentPart> Unreadable(DocumentFacts facts)
    {
        // Only plans with tools have such answers.
        var hasToolCalls = facts.Assessment.Unreadable.Any(unreadable => unreadable.ToolCall > 0);
        yield return new TablePart(
            "Wrong answers by direction and kind, over calls. A category too low is the dangerous direction",
            [new("Model", 4), new("Too low", 1.4, true), new("Too high", 1.4, true), new("Empty", 1.3, true), new("Refused", 1.5, true),
                new("Cut off", 1.4, true), new("Cut off before", 1.5, true), new("No final channel", 1.6, true), new("Not JSON", 1.6, true), new("Other structure", 2, true),
                .. hasToolCalls ? [new TableColumn("Tool call", 1.5, true)] : Array.Empty<TableColumn>()],
            [.. facts.Assessment.Confusion.Zip(facts.Assessment.Unreadable, (matrix, unreadable) => (IReadOnlyList<string>)
            [
                facts.Configuration.ModelOf(unreadable.Role).DisplayName, Number(matrix.TooLow), Number(matrix.TooHigh), Number(unreadable.Empty),
                Number(unreadable.Refused), Number(unreadable.CutOff), Number(unreadable.BudgetSpent), Number(unreadable.NoFinalChannel),
                Number(unreadable.NotJson), Number(unreadable.WrongStructure),
                .. hasToolCalls ? [Number(unreadable.ToolCall)] : Array.Empty<string>(),
            ])]);
    }

    private static IEnumerable<ContentPart> Listed(string caption, List<string> ids, DocumentFacts facts)
    {
        var cases = facts.Cases.ToDictionary(entry => entry.Case.Id, entry => entry.Case);
        return ids.Count == 0 ? [ParagraphPart.Plain($"{caption}: none.")]
            :
            [
                new TablePart(caption, [new("Case", 2), new("Title", 5), new("Baseline", 4), new("Candidate", 4)],
                    [.. ids.Select(id =>
                        (IReadOnlyList<string>)[id, cases[id].Title, FirstReason(id, ModelRole.Baseline, facts),
                            FirstReason(id, ModelRole.Candidate, facts)])]),
            ];
    }

    /// <summary>Reason of the first repeat that is not right, or of the first at all.</summary>
    private static string FirstReason(string id, ModelRole role, DocumentFacts facts)
    {
        var scores = facts.Scored.Of(id, role);
        var wrong = Array.FindIndex(scores, score => score?.Verdict != ScoreVerdict.Right);
        return scores[Math.Max(0, wrong)]?.Reason ?? "no answer";
    }

    private static IReadOnlyList<string>? WrongRow(TestCase testCase, DocumentFacts facts)
    {
        var scores = facts.Scored.Of(testCase.Id, ModelRole.Candidate);
        var right = scores.Count(score => score?.Verdict == ScoreVerdict.Right);
        return right == scores.Length ? null
            : [testCase.Id, testCase.Title, $"{Number(right)} of {Number(scores.Length)}", FirstReason(testCase.Id, ModelRole.Candidate, facts)];
    }

    private static IReadOnlyList<string> SuiteRow(TestCase testCase, DocumentFacts facts)
    {
        var scores = facts.Scored.Of(testCase.Id, ModelRole.Candidate);
        var likeness = facts.Scored.Likeness.GetValueOrDefault(testCase.Id);
        return
        [
            testCase.Id, testCase.Title,
            Figures.LowerBound(scores.Min(score => score?.Coverage ?? 0)), Figures.LowerBound(scores.Min(score => score?.Structure ?? 0)),
            testCase.MustHave.Count == 0 ? "–" : Figures.LowerBound(scores.Min(score => score?.MustHave ?? 0)),
            Number(scores.Max(score => score?.InventedIds ?? 0)),
            likeness?.CandidateToBaseline is { } cross ? Figures.Ratio(cross) : "–", likeness?.BaselineToItself is { } self ? Figures.Ratio(self)
                : "–",
            likeness?.CandidateToItself is { } own ? Figures.Ratio(own) : "–",
        ];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
