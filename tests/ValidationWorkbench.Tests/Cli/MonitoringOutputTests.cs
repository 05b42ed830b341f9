using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Specs.Drivers;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What <c>compare</c> and <c>drift</c> print, over two runs between which the candidate was changed.</summary>
public sealed partial class MonitoringOutputTests : IDisposable
{
    private const int Cases = 4;
    private const string First = "R20260301-120000-0001";

    private readonly string folder = Directory.CreateTempSubdirectory("vwb-golden-").FullName;
    private int ids;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("help-compare.txt", "compare --help")]
    [InlineData("help-drift.txt", "drift --help")]
    public async Task Help_text_is_as_approved(string golden, string arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal((0, string.Empty), (exitCode, error));
        GoldenFile.Check(golden, output);
    }

    [Fact]
    public async Task A_comparison_is_printed_as_approved()
    {
        var second = await RunTwiceAsync();
        var (exitCode, output, error) = await RunAsync("compare", First, second, "--records", Records);
        Assert.Equal((0, string.Empty), (exitCode, error));
        GoldenFile.Check("compare.txt", output);
    }

    [Fact]
    public async Task A_drift_check_of_a_later_run_is_printed_as_approved()
    {
        var second = await RunTwiceAsync();
        var (exitCode, output, error) = await RunAsync("drift", "--reference", First, "--run", second, "--records", Records);
        Assert.Equal((1, string.Empty), (exitCode, error));
        GoldenFile.Check("drift-run.txt", Head().Replace(output, match => $"{match.Groups[1]}HASH"));
    }

    [Fact]
    public async Task A_drift_check_of_production_is_printed_as_approved()
    {
        await RunPlanAsync(wrong: false);
        var file = Path.Combine(folder, "log.csv");
        await File.WriteAllTextAsync(file, "category,confidence,at\n" + string.Concat(Enumerable.Range(1, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 4 == 0 ? 2 : 3)},0.{i + 50},2026-02-{i:D2}\n"))));
        var (exitCode, output, error) = await RunAsync("drift", "--reference", First, "--production", file, "--records", Records);
        Assert.Equal((4, string.Empty), (exitCode, error));
        GoldenFile.Check("drift-production.txt", Head().Replace(output, match => $"{match.Groups[1]}HASH"));
    }

    /// <summary>The records say which SQLite stored them and which key signs, so their hashes differ from one run to the next.</summary>
    [GeneratedRegex("(head |Root +)[0-9a-f]{64}")]
    private static partial Regex Head();

    [Fact]
    public async Task The_JSON_of_a_drift_check_holds_the_evidence_under_its_hash()
    {
        var second = await RunTwiceAsync();
        var (exitCode, output, _) = await RunAsync("drift", "--reference", First, "--run", second, "--records", Records, "--format", "json");
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal(("REVALIDATE", 1, exitCode), (root.GetProperty("outcome").GetString(), root.GetProperty("exitCode").GetInt32(), exitCode));
        Assert.Equal("REVALIDATE", root.GetProperty("results").GetProperty("outcome").GetString());
        Assert.Equal(Cases, root.GetProperty("results").GetProperty("panel").GetProperty("tasks")[0].GetProperty("comparison").GetProperty("flips").GetArrayLength());
        Assert.Matches("^[0-9a-f]{64}$", root.GetProperty("resultsSha256").GetString());
        Assert.True(root.GetProperty("demonstration").GetBoolean());
    }

    [Fact]
    public async Task The_JSON_of_a_comparison_holds_the_whole_hashes()
    {
        var second = await RunTwiceAsync();
        var (_, output, _) = await RunAsync("compare", First, second, "--records", Records, "--format=json");
        using var document = JsonDocument.Parse(output);
        Assert.Contains(document.RootElement.GetProperty("comparison").GetProperty("differences").EnumerateArray(),
            difference => difference.GetProperty("field").GetString() == "plan" && difference.GetProperty("second").GetString()!.Length > 64);
    }

    private string Records => Path.Combine(folder, "records");

    private async Task<string> RunTwiceAsync()
    {
        await RunPlanAsync(wrong: false);
        return await RunPlanAsync(wrong: true);
    }

    /// <summary>Ids are drawn in order: the first of all is that of the log where the records are new, the next that of the run.</summary>
    private async Task<string> RunPlanAsync(bool wrong)
    {
        var plan = new PlanDriver(folder);
        plan.Write(Cases, "0.85", wrong);
        await RunAsync("--model", PlanDriver.Candidate, "--plan", plan.PlanFile, "--concurrency", "1", "--records", Records, "--out", Path.Combine(folder, "packages"));
        return Directory.EnumerateDirectories(Path.Combine(folder, "packages")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).Last();
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        new CommandRun { NewId = () => new Guid(ids++ << 16, 0, 0, new byte[8]) }.RunAsync(arguments);
}
