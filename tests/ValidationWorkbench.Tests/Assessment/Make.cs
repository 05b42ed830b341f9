using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>
/// Small scored runs. The repeats of a case are written as letters: R right, W wrong, L too low a category, O a component left out, U undecided, X unreadable, - no answer;
/// for an OQ case also C (half of the requirements covered), S (structure 0.8), M (half of the must-have checks).
/// </summary>
internal static class Make
{
    public static AcceptanceCriterion Criterion(CriterionKind kind, double limit, double confidence = 0.95) => new()
    {
        Id = "AC-1",
        Kind = kind,
        Requirement = "URS-1",
        Severity = Severity.Major,
        Limit = limit,
        Confidence = confidence,
        Unit = kind is CriterionKind.Latency or CriterionKind.ErrorRate ? CriterionUnit.Call : CriterionUnit.Case,
        LeastSelfSimilarity = kind == CriterionKind.SuiteSimilarity ? 0.6 : null,
        MaxLargeShare = kind == CriterionKind.Confidence ? 0.05 : null,
        Method = kind switch
        {
            CriterionKind.NonInferiority => CriterionMethod.Tango,
            CriterionKind.SuiteSimilarity => CriterionMethod.CeilingRatio,
            CriterionKind.RequirementCoverage => CriterionMethod.Gate,
            _ => CriterionMethod.ClopperPearson,
        },
    };

    public static AcceptanceCriterion In(this AcceptanceCriterion criterion, string dimension, string value) =>
        criterion with { Stratum = new Dictionary<string, string>(criterion.Stratum) { [dimension] = value } };

    /// <summary>Categorization cases, all with expected category 4.</summary>
    public static ScoredRun Run(params (int Count, string Baseline, string Candidate)[] groups) => Run(CaseTask.Categorization, groups);

    public static ScoredRun Run(CaseTask task, params (int Count, string Baseline, string Candidate)[] groups)
    {
        var marks = groups.SelectMany(group => Enumerable.Repeat((group.Baseline, group.Candidate), group.Count)).ToList();
        return Run([.. marks.Select((mark, i) => (task, Case(i + 1), mark.Baseline, mark.Candidate))]);
    }

    /// <summary>A run of these cases; every case has as many letters as the run has repeats.</summary>
    public static ScoredRun Run(IReadOnlyList<(CaseTask Task, TestCase Case, string Baseline, string Candidate)> cases) => new(
        [.. cases.Select(entry => (entry.Task, entry.Case))], cases.Count == 0 ? 3 : cases[0].Baseline.Length,
        cases.SelectMany(entry => Scores(entry.Task, entry.Case.Id, ModelRole.Baseline, entry.Baseline).Concat(Scores(entry.Task, entry.Case.Id, ModelRole.Candidate, entry.Candidate))),
        [], new Dictionary<string, SuiteLikeness>());

    public static TestCase Case(int number, params (string Dimension, string Value)[] strata) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"C-{number}"),
        Title = "t",
        Origin = CaseOrigin.Human,
        VerifiedBy = [],
        Rationale = "r",
        Text = "x",
        Strata = strata.ToDictionary(stratum => stratum.Dimension, stratum => stratum.Value),
        Expected = new() { Category = 4 },
        MustHave = [new MustHaveCheck { Requirement = "UR-1", Check = "c", Terms = ["t"] }],
    };

    /// <summary>A run that holds nothing but calls of the candidate to case C-1.</summary>
    public static ScoredRun Calls(params (int Count, bool Answered, double Seconds)[] calls) => new(
        [(CaseTask.Categorization, Case(1))], 1, [],
        [.. calls.SelectMany(call => Enumerable.Repeat(new CallFact("C-1", ModelRole.Candidate, call.Answered, TimeSpan.FromSeconds(call.Seconds)), call.Count))],
        new Dictionary<string, SuiteLikeness>());

    public static IEnumerable<TrialScore> Scores(CaseTask task, string caseId, ModelRole role, string letters) =>
        letters.Select((letter, i) => (letter, Key: new TrialKey(caseId, role, i + 1))).Where(entry => entry.letter != '-')
            .Select(entry => task == CaseTask.Categorization ? Categorized(entry.letter, entry.Key) : Suite(entry.letter, entry.Key));

    private static TrialScore Categorized(char letter, TrialKey key)
    {
        int? category = letter switch { 'R' => 4, 'W' or 'O' => 5, 'L' => 3, _ => null };
        var readable = letter != 'X';
        return new TrialScore
        {
            Key = key,
            Verdict = letter == 'R' ? ScoreVerdict.Right : letter == 'U' ? ScoreVerdict.Undecided : ScoreVerdict.Wrong,
            Reason = $"reason {letter}",
            Decision = readable ? category?.ToString(CultureInfo.InvariantCulture) ?? "undecided" : "(NotJson)",
            SchemaConforms = readable,
            UnderCategorized = letter == 'L',
            MissingComponents = letter == 'O' ? 1 : 0,
            Category = category,
        };
    }

    private static TrialScore Suite(char letter, TrialKey key) => new()
    {
        Key = key,
        Verdict = letter == 'R' ? ScoreVerdict.Right : ScoreVerdict.Wrong,
        Reason = $"reason {letter}",
        Decision = $"suite {letter}",
        SchemaConforms = letter != 'X',
        Coverage = letter switch { 'C' => 0.5, 'X' => 0, _ => 1 },
        Structure = letter switch { 'S' => 0.8, 'X' => 0, _ => 1 },
        MustHave = letter switch { 'M' => 0.5, 'X' => 0, _ => 1 },
    };
}
