using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using ValidationWorkbench.Tests.Bundles;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class BundleSteps(WorkbenchDriver workbench)
{
    private string Bundle => workbench.In($"bundles/{workbench.RunIds[0]}");

    private string Proof => workbench.In("record.tlog-proof");

    [When("the run is exported")]
    public Task WhenTheRunIsExported() => workbench.RunAsync($"export {workbench.RunIds[0]} --out bundles");

    [When("a byte of its evidence is changed")]
    public void WhenAByteIsChanged()
    {
        var path = Directory.EnumerateFiles(Path.Combine(Bundle, "evidence")).Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    [When("the bundle is checked without a key")]
    public Task WhenTheBundleIsCheckedWithoutAKey() => workbench.RunAsync($"audit verify --bundle {Bundle}");

    [When("the record {int} is proved")]
    public Task WhenTheRecordIsProved(int sequence) => workbench.RunAsync($"audit prove {sequence} --out record.tlog-proof");

    [When("the records are evaluated against ALCOA+")]
    public Task WhenTheRecordsAreEvaluated() => workbench.RunAsync("audit alcoa");

    [Then("the bundle passes the checker in Python and the one of the workbench")]
    public async Task ThenTheBundlePasses() => await AssertBothAsync(0, await PythonChecker.RunAsync(Bundle, "--vkey", Vkey()), $"audit verify --bundle {Bundle} --vkey {Vkey()}");

    [Then("both checkers refuse the bundle with exit code {int}")]
    public async Task ThenBothRefuse(int exitCode) => await AssertBothAsync(exitCode, await PythonChecker.RunAsync(Bundle, "--vkey", Vkey()), $"audit verify --bundle {Bundle} --vkey {Vkey()}");

    [Then("the proof passes the checker in Python and the one of the workbench")]
    public async Task ThenTheProofPasses() => await AssertBothAsync(0, await PythonChecker.RunAsync("--proof", Proof, "--vkey", Vkey()), $"audit verify --proof {Proof} --vkey {Vkey()}");

    /// <summary>The key as the command printed it, which is how it reaches whoever checks.</summary>
    private string Vkey() => vkey ??= workbench.Output.Split('\n').Single(line => line.StartsWith("  key ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    private string? vkey;

    private async Task AssertBothAsync(int exitCode, (int ExitCode, string Output, string Error) python, string arguments)
    {
        Assert.True(exitCode == python.ExitCode, python.Error);
        await workbench.RunAsync(arguments);
        Assert.True(exitCode == workbench.ExitCode, workbench.Error);
        Assert.Contains(exitCode == 0 ? "PASS" : "FAIL", workbench.Output, StringComparison.Ordinal);
    }
}
