namespace ValidationWorkbench.Scoring;

/// <summary>One test of a suite.</summary>
public sealed record OqTest(
    string Id,
    string Title,
    IReadOnlyList<string> RequirementIds,
    IReadOnlyList<string> Prerequisites,
    IReadOnlyList<OqStep> Steps,
    IReadOnlyList<string> AcceptanceCriteria)
{
    /// <summary>
    /// True where a tester could execute it: title, traced requirement, steps numbered 1..n without gaps, each with action and expected
    /// result, and at least one acceptance criterion.
    /// </summary>
    public bool IsComplete =>
        HasText(Id) && HasText(Title) && RequirementIds.Any(HasText) && AcceptanceCriteria.Any(HasText) && Steps.Count > 0
        && Steps.Select((step, index) => step.Number == index + 1 && HasText(step.Action) && HasText(step.ExpectedResult)).All(complete => complete);

    /// <summary>All words of the test, for must-have checks.</summary>
    public string FullText => string.Join('\n',
        [Title, .. Prerequisites, .. Steps.SelectMany(step => new[] { step.Action, step.ExpectedResult }), .. AcceptanceCriteria]);

    private static bool HasText(string text) => !string.IsNullOrWhiteSpace(text);
}
