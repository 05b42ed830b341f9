namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>One step ready to run. Argument: a table, a doc string or nothing. Line: in the feature file, from 1.</summary>
internal sealed record ScenarioStep(StepKinds Kind, string Keyword, string Text, object? Argument, int Line)
{
    public override string ToString() => $"{Keyword} {Text}";
}

/// <summary>One scenario, or one example row of an outline, with the background's steps first. Tags without the @ sign.</summary>
internal sealed record ScenarioCase(
    string File,
    string DisplayName,
    IReadOnlyList<string> Tags,
    IReadOnlyList<ScenarioStep> Steps);
