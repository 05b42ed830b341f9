using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>What the protocols of the three qualifications have in common: steps, their results and their counts.</summary>
internal static class ProtocolParts
{
    public const string Pass = "pass";
    public const string Fail = "FAIL";
    public const string Undecided = "UNDECIDED";
    public const string NotExecuted = "not executed";

    /// <summary>What stands where the plan says nothing.</summary>
    public const string NotStated = "Not stated in the plan";

    /// <summary>Result of a step that holds or does not.</summary>
    public static string Of(bool holds) => holds ? Pass : Fail;

    /// <summary>Result of a step that is judged by a criterion, as the traceability matrix has it: an invalid run decides nothing.</summary>
    public static string Of(Finding finding, DocumentFacts facts) => TraceMatrix.StateOf(finding, facts) switch
    {
        TraceState.CoveredPassed => Pass,
        TraceState.CoveredFailed => Fail,
        TraceState.CoveredNotExecuted => NotExecuted,
        _ => Undecided,
    };

    public static TablePart Steps(string caption, IEnumerable<ProtocolStep> steps) => new(caption,
        [new("Id", 1.4), new("Action", 3.6), new("Expected", 3.4), new("Actual", 3.4), new("Result", 1.7), new("Evidence", 2.6),
            new("Executed by, time", 3),
            new("Reviewed by, date", 2)],
        [.. steps.Select(step => (IReadOnlyList<string>)
            [step.Id, step.Action, step.Expected, step.Actual, step.Result, step.Evidence, TrailParts.ByAndTime(step.Entry), string.Empty])]);

    /// <summary>The steps of a script whose tester and reviewer are named above them.</summary>
    public static TablePart StepsAlone(string caption, IEnumerable<ProtocolStep> steps) => new(caption,
        [new("Step", 1, true), new("Action", 4), new("Expected", 3), new("Actual", 3.4), new("Result", 2), new("Evidence", 3)],
        [.. steps.Select(step => (IReadOnlyList<string>)[step.Id, step.Action, step.Expected, step.Actual, step.Result, step.Evidence])]);

    /// <summary>What was found for a criterion, in one line; a gate has no bound.</summary>
    public static string FiguresOf(Finding finding)
    {
        var bound = CriterionWords.Bound(finding).ReplaceLineEndings(", ");
        return $"{CriterionWords.Observed(finding)}{(bound == "–" ? string.Empty : $"; bound {bound}")}; n {StatusWords.Number(finding.N)}";
    }

    /// <summary>Steps that only people can carry out: their result cells stay blank, and nothing but a person fills them.</summary>
    /// <param name="caption">Caption of the table.</param>
    /// <param name="section">Name of the list in the plan.</param>
    /// <param name="steps">The steps.</param>
    public static IReadOnlyList<ContentPart> People(string caption, string section, IReadOnlyList<QualificationStep> steps) => steps.Count == 0
        ? [new NoticePart("GAP: no steps for people", $"{NotStated} (qualification: {section}). What no record can show is not verified.")]
        :
        [
            new TablePart($"{caption}. Not executed: actual, result and signatures are filled in by hand",
                [new("Id", 1.5), new("Requirement", 1.8), new("Action", 4), new("Expected", 4), new("Actual and evidence", 3), new("Result", 1.8),
                    new("Executed by, date", 2.2), new("Reviewed by, date", 2.2)],
                [.. steps.Select(step => (IReadOnlyList<string>)
                    [step.Id, step.Requirement, step.Action, step.Expected, string.Empty, NotExecuted, string.Empty, string.Empty])])
            { ForSigning = true },
        ];

    /// <summary>Counts of results; their sum is the number of steps.</summary>
    public static TablePart Totals(params (string Name, IEnumerable<string> Results)[] groups)
    {
        string[] words = [Pass, Fail, Undecided, NotExecuted];
        IReadOnlyList<string> Row(string name, IReadOnlyList<string> results) =>
            [name, StatusWords.Number(results.Count), .. words.Select(word => StatusWords.Number(results.Count(result => result == word)))];
        var rows = groups.Select(group => (group.Name, Results: group.Results.ToList())).ToList();
        return new TablePart("Results: the first figure is the sum of the others",
            [new("Steps", 4), new("All", 1.2, true), new("Pass", 1.2, true), new("Fail", 1.2, true), new("Undecided", 1.6, true),
                new("Not executed", 1.8, true)],
            [.. rows.Select(row => Row(row.Name, row.Results)), Row("Together", [.. rows.SelectMany(row => row.Results)])]);
    }

    /// <summary>Results of steps for people: none of them is executed by the workbench.</summary>
    public static IEnumerable<string> ResultsOf(IReadOnlyList<QualificationStep> steps) => steps.Select(_ => NotExecuted);
}
