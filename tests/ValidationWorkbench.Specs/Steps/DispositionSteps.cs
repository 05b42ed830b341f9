using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class DispositionSteps(WorkbenchDriver workbench)
{
    [When("an expert judges every difference {string}")]
    public Task WhenAnExpertJudges(string word) => JudgeAsync($"{word},B. Expert,looked at both");

    [When("nobody judges every difference {string}")]
    public Task WhenNobodyJudges(string word) => JudgeAsync($"{word},,looked at both");

    [Then("the criterion {string} is {string}")]
    public void ThenTheCriterionIs(string id, string verdict)
    {
        var line = workbench.Output.Split('\n').Single(line => line.Contains($" {id} ", StringComparison.Ordinal) && line.Contains('│', StringComparison.Ordinal));
        Assert.Equal(verdict, line.Split('│', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1]);
    }

    /// <summary>Case and difference stand in the first two columns and hold no comma.</summary>
    private Task JudgeAsync(string judgement)
    {
        var run = workbench.RunIds[0];
        var lines = File.ReadLines(Path.Combine(workbench.In("packages"), run, "differences.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => $"{cells[0]},{cells[1]},{judgement}");
        File.WriteAllLines(workbench.In("found.csv"), ["caseId,difference,disposition,expert,reason", .. lines]);
        return workbench.RunAsync($"dispositions {run} {workbench.In("found.csv")}");
    }
}
