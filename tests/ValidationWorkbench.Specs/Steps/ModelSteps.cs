using System.Security.Cryptography;
using System.Text.Json;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class ModelSteps(WorkbenchDriver workbench, EndpointDriver endpoint)
{
    private const string Plugin = "sample.dll";

    [Given("the candidate is the sample plugin")]
    public void GivenTheSamplePlugin()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "ValidationWorkbench.SamplePlugin.dll"), workbench.In(Plugin));
        workbench.Plan.PutCandidateInto(Plugin, HashOf(Plugin));
    }

    [When("a byte of the plugin is changed")]
    public void WhenThePluginIsChanged()
    {
        var bytes = File.ReadAllBytes(workbench.In(Plugin));
        bytes[^1] ^= 1;
        File.WriteAllBytes(workbench.In(Plugin), bytes);
    }

    [Given("the plan has the profile {string} with the candidate at the endpoint's path {string}, and is run under it by default")]
    public void GivenADefaultProfile(string name, string path) =>
        workbench.Plan.AddProfile(name,
            $"models: {{ {PlanDriver.Candidate}: {{ endpoint: \"{endpoint.Address.Replace("/v1", path, StringComparison.Ordinal)}\" }} }}",
            isDefault: true);

    [Given("the plan has the profile {string} with {int} calls at once")]
    public void GivenAProfile(string name, int concurrency) =>
        workbench.Plan.AddProfile(name, FormattableString.Invariant($"execution: {{ concurrency: {concurrency} }}"), isDefault: false);

    [When("the endpoint answers under the name {string}")]
    public void WhenAnotherModelAnswers(string name) => endpoint.Model = name;

    [When("the plan pins the recording that was printed")]
    public void WhenTheRecordingIsPinned() =>
        workbench.Plan.Pin(workbench.Output[workbench.Output.IndexOf("frozenBaseline:", StringComparison.Ordinal)..]);

    [When("the plan pins another recording")]
    public void WhenAnotherRecordingIsPinned() => workbench.Plan.Pin($"frozenBaseline:\n  path: tape\n  sha256: {new string('a', 64)}");

    [Then("the endpoint was not asked")]
    public void ThenTheEndpointWasNotAsked() => Assert.Empty(endpoint.Calls);

    [Then("the candidate was asked at the path {string} only")]
    public void ThenTheCandidateWasAskedAt(string path) =>
        Assert.Equal([path], endpoint.Calls.Where(call => call.Method == "POST").Select(call => call.Path).Distinct());

    [Then("there are no records")]
    public void ThenThereAreNoRecords() => Assert.False(Directory.Exists(workbench.In("records")));

    [Then("run.json names the profile {string} and no departure")]
    public void ThenRunJsonNamesTheProfile(string name)
    {
        Assert.Equal(name, Configuration.GetProperty("profile").GetString());
        Assert.Equal(0, Configuration.GetProperty("deviations").GetArrayLength());
    }

    [Then("run.json names the recording of the baseline")]
    public void ThenRunJsonNamesTheRecording()
    {
        var frozen = Configuration.GetProperty("frozenBaseline");
        Assert.Equal(HashOf("tape/recording.json"), frozen.GetProperty("sha256").GetString());
        Assert.Equal(HashOf("tape/index.jsonl"), frozen.GetProperty("indexSha256").GetString());
        Assert.Equal(180, frozen.GetProperty("calls").GetInt32());
    }

    private JsonElement Configuration => workbench.RunJson(workbench.RunIds[^1]).GetProperty("configuration");

    private string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(workbench.In(name))));
}
