using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class RunSteps(WorkbenchDriver workbench, ProgramDriver program)
{
    [Given("an empty folder")]
    public void GivenAnEmptyFolder() => Assert.Empty(Directory.EnumerateFileSystemEntries(workbench.Folder));

    [Given(@"^a plan with (\d+) cases that the candidate answers (rightly|wrongly), and an accuracy limit of ([\d.]+)$")]
    public void GivenAPlan(int cases, string how, string limit) => workbench.Plan.Write(cases, limit, how == "wrongly");

    [Given("the plan declares the use critical")]
    public void GivenACriticalUse() => workbench.Plan.MakeCritical();

    [Given("one run of it on record")]
    public async Task GivenARunOnRecord()
    {
        await workbench.RunPlanAsync();
        Assert.Equal(0, workbench.ExitCode);
    }

    [Given("a folder {string} with a case file that names the document {string}")]
    public void GivenAFolderWithADocument(string folder, string document)
    {
        Directory.CreateDirectory(workbench.In(folder));
        File.WriteAllText(workbench.In($"{folder}/{document}"), "The balance is commercial off-the-shelf software, used as supplied without modification.\n");
        File.WriteAllText(workbench.In($"{folder}/cases.yaml"), $$"""
            format: validation-workbench/case-set/1
            id: own-cases
            title: Own cases
            task: categorization
            cases:
              - { id: OWN-1, title: Balance, strata: {}, origin: human, verifiedBy: [A. Person, B. Person], expected: { category: 3 }, rationale: As supplied., document: {{document}} }
            """);
    }

    [When("the program is started with {string}")]
    public Task WhenTheProgramIsStarted(string arguments) => program.RunAsync(arguments);

    [When("it is run")]
    public Task WhenItIsRun() => workbench.RunPlanAsync();

    [When("it is run (again )with {string}")]
    public Task WhenItIsRunWith(string arguments) => workbench.RunPlanAsync(arguments);

    [When("it is run twice")]
    public async Task WhenItIsRunTwice()
    {
        await workbench.RunPlanAsync();
        await workbench.RunPlanAsync();
    }

    [When("it is resumed")]
    public Task WhenItIsResumed() => workbench.RunAsync($"--resume {workbench.RunIds[0]}");

    [When("the program is run with {string}")]
    public Task WhenTheProgramIsRunWith(string arguments) => workbench.RunAsync(arguments);

    [When("the plan, the cases and the templates are deleted")]
    public void WhenTheInputsAreDeleted()
    {
        File.Delete(workbench.Plan.PlanFile);
        File.Delete(workbench.Plan.CaseFile);
        Directory.Delete(workbench.In("templates"), recursive: true);
    }

    [Given("a file {string} that holds")]
    public void GivenAFile(string name, string content) => File.WriteAllText(workbench.In(name), content);

    [When("the run is scored again")]
    public Task WhenTheRunIsScoredAgain() => workbench.RunAsync($"rescore {workbench.RunIds[0]}");

    [When(@"^the run is scored again by a plan with an accuracy limit of ([\d.]+)$")]
    public Task WhenTheRunIsScoredAgainBy(string limit)
    {
        File.WriteAllText(workbench.In("other.yaml"), File.ReadAllText(workbench.Plan.PlanFile).Replace("limit: 0.95", $"limit: {limit}", StringComparison.Ordinal));
        return workbench.RunAsync($"rescore {workbench.RunIds[0]} --plan other.yaml --reason trial");
    }

    [Then("the output says {string}")]
    public void ThenTheOutputSays(string text) => Assert.Contains(Squeeze(text), Squeeze(workbench.Output), StringComparison.Ordinal);

    [Then("the output does not say {string}")]
    public void ThenTheOutputDoesNotSay(string text) => Assert.DoesNotContain(Squeeze(text), Squeeze(workbench.Output), StringComparison.Ordinal);

    [Then("the output says {string} before {string}")]
    public void ThenTheOutputSaysBefore(string first, string second)
    {
        var output = Squeeze(workbench.Output);
        Assert.InRange(output.IndexOf(first, StringComparison.Ordinal), 0, output.IndexOf(second, StringComparison.Ordinal));
    }

    [Then("every oracle is within its tolerance")]
    public void ThenEveryOracleIsWithin()
    {
        var counts = workbench.Output.Split(' ')[0].Split('/');
        Assert.Equal(counts[1], counts[0]);
        Assert.InRange(int.Parse(counts[1], CultureInfo.InvariantCulture), 100, 10_000);
    }

    [When("the documents are rendered again")]
    public Task WhenTheDocumentsAreRenderedAgain() => workbench.RunAsync($"documents {workbench.RunIds[0]} --out again");

    [Then("it ends with exit code {int}")]
    public void ThenItEndsWith(int exitCode) => Assert.True(workbench.ExitCode == exitCode, $"exit code {workbench.ExitCode}; {workbench.Error}{workbench.Output}");

    [Then("the outcome is {string} with exit code {int}")]
    public void ThenTheOutcomeIs(string outcome, int exitCode)
    {
        ThenItEndsWith(exitCode);
        Assert.Contains($"Recommendation: {outcome}", workbench.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, workbench.RunJson(workbench.RunIds[^1]).GetProperty("outcome").GetString());
    }

    [Then("the output says how to go on")]
    public void ThenTheOutputSaysHowToGoOn() => Assert.Contains($"validate --resume {workbench.RunIds[0]}", workbench.Output, StringComparison.Ordinal);

    [Then("the error says {string}")]
    public void ThenTheErrorSays(string message) => Assert.Contains(message, workbench.Error, StringComparison.Ordinal);

    [Then("the output says that the plan does not pin the case set")]
    public void ThenTheCaseSetIsNotPinned() => Assert.Contains("(not pinned by the plan)", workbench.Output, StringComparison.Ordinal);

    [Then("the audit trail holds")]
    public Task ThenTheAuditTrailHolds() => workbench.AssertAuditHoldsAsync();

    [Then("the audit trail holds, but for records behind the last checkpoint")]
    public async Task ThenTheAuditTrailHoldsButForItsTail()
    {
        // Killed between the commit and its checkpoint, a writer leaves records that nobody was told of; the next start says so and signs them.
        await workbench.RunAsync("audit verify");
        Assert.All(workbench.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(": Tail: ", line, StringComparison.Ordinal));
    }

    [Then("the audit trail passes")]
    public async Task ThenTheAuditTrailPasses()
    {
        await workbench.RunAsync("audit verify");
        Assert.True(workbench.ExitCode == 0, workbench.Error);
        Assert.Contains("PASS", workbench.Output, StringComparison.Ordinal);
    }

    [Then("both runs have the same results")]
    public void ThenBothRunsHaveTheSameResults()
    {
        var hashes = workbench.Query("select ResultsSha256 from Assessments");
        Assert.NotEmpty(hashes);
        Assert.Single(hashes.Distinct());
    }

    [Then("their run ids and chain heads differ")]
    public void ThenRunIdsAndHeadsDiffer()
    {
        Assert.Equal(2, workbench.RunIds.Distinct().Count());
        Assert.Equal(2, workbench.RunIds.Select(id => workbench.RunJson(id).GetProperty("audit").GetProperty("head").GetString()).Distinct().Count());
    }

    [Then("standard output is one JSON object with the documented members")]
    public void ThenStandardOutputIsOneJsonObject()
    {
        using var document = JsonDocument.Parse(workbench.Output);
        foreach (var member in new[] { "runId", "outcome", "demonstration", "exitCode", "counts", "criteria", "models", "resultsSha256", "package", "audit" })
        {
            Assert.True(document.RootElement.TryGetProperty(member, out _), $"{member} is missing");
        }

        Assert.Equal(workbench.ExitCode, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(workbench.RunIds[0], document.RootElement.GetProperty("runId").GetString());
    }

    [Then("planned is the sum of passed, failed, undecided, error, aborted and unscored")]
    public void ThenCountsAddUp()
    {
        using var document = JsonDocument.Parse(workbench.Output);
        var counts = document.RootElement.GetProperty("counts").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt32());
        Assert.Equal(120, counts["planned"]);
        Assert.Equal(counts["planned"], counts.Where(count => count.Key != "planned").Sum(count => count.Value));
        Assert.Equal(7, counts.Count);
    }

    [Then("run.json holds {int} categorization and {int} OQ-generation cases in {int} repeats for {int} models")]
    public void ThenRunJsonHolds(int categorization, int oq, int repeats, int models)
    {
        var results = RunJsonIn("packages").GetProperty("results");
        Assert.Equal(repeats, results.GetProperty("repeats").GetInt32());
        Assert.Equal(models, results.GetProperty("models").GetArrayLength());
        Assert.Equal(categorization, CasesOf(results.GetProperty("categorization")));
        Assert.Equal(oq, CasesOf(results.GetProperty("oqGeneration")));
        Assert.Equal((categorization + oq) * repeats * models, results.GetProperty("totals").EnumerateArray().Sum(totals => totals.GetProperty("planned").GetInt32()));
    }

    [Then("run.json names the document {string} with its hash")]
    public void ThenRunJsonNamesTheDocument(string document)
    {
        var files = workbench.RunJson(workbench.RunIds[0]).GetProperty("configuration").GetProperty("caseSets")[0].GetProperty("documents");
        Assert.Equal(document, files[0].GetProperty("name").GetString());
        Assert.Matches("^[0-9a-f]{64}$", files[0].GetProperty("sha256").GetString()!);
    }

    [Then("the output shows what is about to run, the progress, the criteria and where the package lies")]
    public void ThenTheOutputShowsTheRun()
    {
        foreach (var part in new[] { "About to run", "gpt-oss-120b (simulated)", "Estimate", "1260/1260 trials, ", "AC-01", "Verdict", "DEMONSTRATION – Recommendation:", "Package", "head" })
        {
            Assert.Contains(part, workbench.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>Lines are wrapped and columns aligned; what is said does not depend on where.</summary>
    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private JsonElement RunJsonIn(string folder)
    {
        var package = Directory.EnumerateDirectories(workbench.In(folder)).Single();
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "run.json")));
        return document.RootElement.Clone();
    }

    private static int CasesOf(JsonElement comparison) => comparison.GetProperty("bothRight").GetInt32() + comparison.GetProperty("bothWrong").GetInt32()
        + comparison.GetProperty("improved").GetArrayLength() + comparison.GetProperty("regressed").GetArrayLength();
}
