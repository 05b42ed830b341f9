using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the operational qualification: one script for each criterion, with what the run gave.</summary>
internal static class OperationParts
{
    public static IReadOnlyList<ContentPart> Scripts(DocumentFacts facts) => facts.Assessment.Findings.Count == 0
        ? [new NoticePart("GAP: no script", "The plan has no criterion, so nothing was tested.")]
        : [.. facts.Assessment.Findings.SelectMany(finding => Script(finding, facts))];

    public static IReadOnlyList<ContentPart> Verdicts(DocumentFacts facts) =>
    [
        new TablePart("Scripts and their results",
            [new("Script", 1.8), new("Requirement", 1.8), new("Severity", 1.6), new("Criterion", 3.6), new("Result", 2)],
            [.. facts.Assessment.Findings.Select(finding => (IReadOnlyList<string>)
                [Id(finding), finding.Criterion.Requirement, CriterionWords.Kebab(finding.Criterion.Severity),
                    CriterionWords.Name(finding.Criterion), ProtocolParts.Of(finding, facts)])]),
    ];

    public static IReadOnlyList<ContentPart> People(DocumentFacts facts) =>
        ProtocolParts.People("Steps for people", "operation", StepsForPeople(facts));

    public static IReadOnlyList<ContentPart> Summary(DocumentFacts facts) =>
    [
        ProtocolParts.Totals(
            ("Scripts by their criterion", facts.Assessment.Findings.Select(finding => ProtocolParts.Of(finding, facts))),
            ("Steps of the scripts", facts.Assessment.Findings.SelectMany(finding => Steps(finding, facts)).Select(step => step.Result)),
            ("Steps for people", ProtocolParts.ResultsOf(StepsForPeople(facts)))) with
        { Caption = "Results: the first figure is the sum of the others. A script has the result of its last step" },
    ];

    private static IReadOnlyList<QualificationStep> StepsForPeople(DocumentFacts facts) => facts.Plan.Qualification?.Operation ?? [];

    private static string Id(Finding finding) => $"OQ-{finding.Criterion.Id}";

    private static IEnumerable<ContentPart> Script(Finding finding, DocumentFacts facts)
    {
        var criterion = finding.Criterion;
        var requirement = facts.Plan.Requirements.FirstOrDefault(candidate => candidate.Id == criterion.Requirement);
        yield return new FactsPart(
        [
            ("Script", $"{Id(finding)} {CriterionWords.Name(criterion)}, {CriterionWords.Kebab(criterion.Severity)}"),
            ("Requirement", requirement is null ? $"{criterion.Requirement} (GAP: not in the plan)" : $"{requirement.Id}: {requirement.Text}"),
            ("Prerequisites", "installation qualification; plan, prompts and cases frozen "
                + $"({TrailParts.Reference(facts.Trail.Of(AuditAction.RunPlanned).FirstOrDefault())})"),
            ("Test data", string.Join("; ", SetsOf(criterion, facts).Select(set => $"{set.Id}, SHA-256 {set.Sha256}"))),
            ("Acceptance", $"{CriterionWords.Required(criterion)} by {CriterionWords.Kebab(criterion.Method)}"
                + (criterion.Method == CriterionMethod.Gate ? string.Empty : $" with {Figures.Setting(criterion.Confidence)} confidence")),
            ("Executed by, time", TrailParts.ByAndTime(facts.Trail.Of(AuditAction.RunStarted).FirstOrDefault())),
            ("Reviewed by, date", string.Empty),
            ("Deviations", ProtocolParts.Of(finding, facts) == ProtocolParts.Pass ? "none from this criterion"
                : $"criterion not shown to be met; see the deviation log, {criterion.Id}"),
        ]);
        yield return ProtocolParts.StepsAlone($"{Id(finding)}: steps", Steps(finding, facts));
    }

    private static IEnumerable<ProtocolStep> Steps(Finding finding, DocumentFacts facts)
    {
        var (criterion, results) = (finding.Criterion, $"results SHA-256 {TrailParts.Short(facts.ResultsSha256)}");
        var cases = CasesOf(criterion, facts);
        var trials = facts.LastAttempts.Where(attempt => attempt.Role == ModelRole.Candidate && cases.Contains(attempt.CaseId)).ToList();
        var (planned, answered) = (cases.Count * facts.Configuration.Repeats, trials.Count(attempt => attempt.Answered));
        var started = facts.Trail.Of(AuditAction.RunStarted).FirstOrDefault();
        yield return new ProtocolStep("1",
            $"Put {Figures.Count(cases.Count, "case")} to the candidate {Figures.Count(facts.Configuration.Repeats, "time")}, "
                + "interleaved with the baseline in the order drawn from the seed.",
            $"{Figures.Count(planned, "trial")} finished and on record",
            $"{StatusWords.Number(answered)} answered, {StatusWords.Number(trials.Count - answered)} without an answer, "
                + $"{StatusWords.Number(planned - trials.Count)} not finished",
            ProtocolParts.Of(trials.Count == planned),
            TrailParts.Reference(facts.Trail.Calls.FirstOrDefault(tally => tally.Action == AuditAction.TrialFinished)), started);
        yield return criterion.Unit == CriterionUnit.Call ? Count(cases, facts, results) : Score(cases, facts, answered, results);
        yield return new ProtocolStep("3", "Compute figure and bound, and compare the bound with the limit.", CriterionWords.Required(criterion),
            $"observed {ProtocolParts.FiguresOf(finding)}",
            ProtocolParts.Of(finding, facts), $"{results}; {TrailParts.Reference(facts.Trail.Assessment)}", facts.Trail.Assessment);
    }

    private static ProtocolStep Count(HashSet<string> cases, DocumentFacts facts, string results)
    {
        var calls = facts.Scored.Calls.Count(call => call.Role == ModelRole.Candidate && cases.Contains(call.CaseId));
        var made = facts.Attempts.Count(attempt => attempt.Role == ModelRole.Candidate && !attempt.Cancelled && cases.Contains(attempt.CaseId));
        return new("2", "Count the calls of these trials, failed ones included, and take their times.",
            $"{Figures.Count(made, "call")}, as many as on record",
            Figures.Count(calls, "call"), ProtocolParts.Of(calls == made), results, facts.Trail.Assessment);
    }

    private static ProtocolStep Score(HashSet<string> cases, DocumentFacts facts, int answered, string results)
    {
        var scores = facts.Scored.Scores.Where(score => score.Key.Role == ModelRole.Candidate && cases.Contains(score.Key.CaseId)).ToList();
        var unscored = scores.Count(score => score.Verdict == Scoring.ScoreVerdict.Unscored);
        return new("2", "Read every raw reply without repair and compare it with what is expected.",
            $"{Figures.Count(answered, "answer")} scored, none left unscored",
            $"{StatusWords.Number(scores.Count - unscored)} scored, {StatusWords.Number(unscored)} left unscored",
            ProtocolParts.Of(unscored == 0 && scores.Count == answered), results, facts.Trail.Assessment);
    }

    private static HashSet<string> CasesOf(AcceptanceCriterion criterion, DocumentFacts facts)
    {
        var task = StudyDesign.TaskOf(criterion.Kind);
        return [.. facts.Cases.Where(entry => (task is null || entry.Task == task) && ScoredRun.Carries(entry.Case, criterion.Stratum))
            .Select(entry => entry.Case.Id)];
    }

    private static IEnumerable<(string Id, string Sha256)> SetsOf(AcceptanceCriterion criterion, DocumentFacts facts)
    {
        var task = StudyDesign.TaskOf(criterion.Kind);
        return facts.CaseSets.Zip(facts.Configuration.CaseSets).Where(pair => task is null || pair.First.Task == task)
            .Select(pair => (pair.First.Id, TrailParts.Short(pair.Second.Sha256)));
    }
}
