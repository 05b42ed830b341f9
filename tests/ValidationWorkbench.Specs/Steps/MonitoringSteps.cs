using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class MonitoringSteps(WorkbenchDriver workbench, EndpointDriver endpoint)
{
    private string auditHead = string.Empty;

    [Given("a plan with {int} cases, whose candidate answers at an endpoint")]
    public void GivenACandidateAtAnEndpoint(int cases)
    {
        workbench.Plan.Write(cases, "0.85", wrong: false);
        workbench.Plan.PutCandidateBehind(endpoint.Address, null);
    }

    [Given("the endpoint answers {int} of the cases otherwise")]
    [When("the endpoint answers {int} of the cases otherwise")]
    public void TheEndpointAnswersOtherwise(int cases) => endpoint.Wrong = cases;

    [Given("a production file {string} with {int} answers {string}, {int} answers {string} and {int} answers {string}")]
    public void GivenAProductionFile(string name, int first, string one, int second, string two, int third, string three)
    {
        var labels = Enumerable.Repeat(one, first).Concat(Enumerable.Repeat(two, second)).Concat(Enumerable.Repeat(three, third));
        var lines = name.EndsWith(".jsonl", StringComparison.Ordinal)
            ? labels.Select(label => $"{{\"category\": \"{label}\", \"confidence\": 0.9}}\n")
            : labels.Select(label => $"{label},0.9\n").Prepend("category,confidence\n");
        File.WriteAllText(workbench.In(name), string.Concat(lines));
    }

    [When("^the candidate gets another (served name|fingerprint|prompt|temperature|endpoint)$")]
    public void WhenTheCandidateChanges(string change)
    {
        switch (change)
        {
            case "served name": endpoint.Model = "sim-b-2026-11-01"; break;
            case "fingerprint": endpoint.Fingerprint = "fp-2"; break;
            case "prompt": File.AppendAllText(workbench.In("templates/prompts/categorization.md"), "\nAnswer briefly.\n"); workbench.Plan.WritePlan(); break;
            case "temperature": Replace(workbench.Plan.PlanFile, "    model: sim-b\n", "    model: sim-b\n    parameters: { temperature: 0.5 }\n"); break;
            default: workbench.Plan.PutCandidateBehind(endpoint.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), null); break;
        }
    }

    [When("the text of case {string} is changed and case {string} becomes {string}")]
    public void WhenCasesChange(string changed, string old, string by)
    {
        var number = int.Parse(changed[^3..], CultureInfo.InvariantCulture);
        Replace(workbench.Plan.CaseFile, $"text: Balance {number} is commercial", $"text: Balance {number} is plain commercial");
        Replace(workbench.Plan.CaseFile, $"id: {old}", $"id: {by}");
        workbench.Plan.WritePlan();
    }

    [When("the two runs are compared")]
    public async Task WhenTheRunsAreCompared()
    {
        auditHead = Head();
        await workbench.RunAsync($"compare {workbench.RunIds[0]} {workbench.RunIds[1]}");
    }

    [When("the two runs are compared as JSON")]
    public Task WhenTheRunsAreComparedAsJson() => workbench.RunAsync($"compare {workbench.RunIds[0]} {workbench.RunIds[1]} --format json");

    [When("the second run is checked for drift against the first")]
    public Task WhenTheSecondRunIsChecked() => workbench.RunAsync($"drift --reference {workbench.RunIds[0]} --run {workbench.RunIds[1]}");

    [When("{string} is checked for drift against the first run")]
    public Task WhenProductionIsChecked(string file) => workbench.RunAsync($"drift --reference {workbench.RunIds[0]} --production {file}");

    [When("the first run is checked for drift with {string}")]
    public Task WhenTheFirstRunIsChecked(string arguments) => workbench.RunAsync($"drift --reference {workbench.RunIds[0]} {arguments}");

    [Then("the drift outcome is {string} with exit code {int}")]
    public void ThenTheDriftOutcomeIs(string outcome, int exitCode)
    {
        Assert.True(workbench.ExitCode == exitCode, $"exit code {workbench.ExitCode}; {workbench.Error}{workbench.Output}");
        Assert.Contains($"DEMONSTRATION – Drift: {outcome}\n", workbench.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Then("^the first reason says \"(.*)\"$")]
    public void ThenTheFirstReasonSays(string text)
    {
        var lines = workbench.Output.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => line.Contains("Drift: ", StringComparison.Ordinal)) + 1;
        Assert.Contains(text, string.Join(' ', lines.Skip(first).TakeWhile((line, i) => i == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())), StringComparison.Ordinal);
    }

    [Then("the output lists {int} flipped cases with the answers of both runs")]
    public void ThenTheOutputListsTheFlippedCases(int count)
    {
        Assert.Contains($"Flipped cases: {count.ToString(CultureInfo.InvariantCulture)}", workbench.Output, StringComparison.Ordinal);
        const string flip = @"  • SPEC-\d+ lost\n    \w+ +\[3 \| 3 \| 3\] category 3 as expected\n    \w+ +\[4 \| 4 \| 4\] category 4; expected 3\n";
        Assert.Equal(count, Regex.Count(workbench.Output.ReplaceLineEndings("\n"), flip));
    }

    [Then("the audit trail names the drift check with its results")]
    public void ThenTheDriftCheckIsOnRecord()
    {
        Assert.Equal([workbench.RunIds[1]], workbench.Query("select EntityId from AuditRecords where Action = 'drift-checked'"));
        var sha256 = workbench.Output.ReplaceLineEndings("\n").Split('\n').Single(line => line.StartsWith("Results ", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(["1"], workbench.Query($"select count(*) from Evidence where Sha256 = '{sha256}'"));
    }

    [Then("the audit trail keeps {string} byte for byte")]
    public void ThenTheFileIsKept(string file)
    {
        Assert.Equal([file], workbench.Query("select EntityId from AuditRecords where Action = 'drift-checked'"));
        var bytes = File.ReadAllBytes(workbench.In(file));
        Assert.Equal(["1"], workbench.Query($"select count(*) from Evidence where Sha256 = '{Convert.ToHexStringLower(SHA256.HashData(bytes))}'"));
        Assert.Contains(Directory.EnumerateFiles(workbench.In("records/evidence")), path => Encoding.Latin1.GetString(File.ReadAllBytes(path)).Contains(Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));
    }

    [Then("the comparison left no trace in the records")]
    public void ThenNothingWasRecorded() => Assert.Equal(auditHead, Head());

    [Then("standard output is one JSON object with a comparison of {int} cases")]
    public void ThenStandardOutputIsAComparison(int cases)
    {
        using var document = JsonDocument.Parse(workbench.Output);
        Assert.Equal(0, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(cases, document.RootElement.GetProperty("comparison").GetProperty("tasks")[0].GetProperty("n").GetInt32());
    }

    private string Head() => string.Join(' ', workbench.Query("select Sequence || ' ' || hex(Hash) from AuditRecords order by Sequence desc limit 1"));

    private static void Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, by, StringComparison.Ordinal));
    }
}
