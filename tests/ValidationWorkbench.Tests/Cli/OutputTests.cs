using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Specs.Drivers;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

public sealed partial class OutputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vwb-golden-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help-plan-check.txt", "plan check --help")]
    [InlineData("help-cases-check.txt", "cases check --help")]
    [InlineData("help-cases-generate.txt", "cases generate --help")]
    [InlineData("help-runs-list.txt", "runs list --help")]
    [InlineData("help-runs-show.txt", "runs show --help")]
    [InlineData("help-models-list.txt", "models list --help")]
    [InlineData("help-models-probe.txt", "models probe --help")]
    [InlineData("help-baseline-record.txt", "baseline record --help")]
    [InlineData("help-audit-verify.txt", "audit verify --help")]
    [InlineData("help-audit-rotate-key.txt", "audit rotate-key --help")]
    [InlineData("help-audit-timestamp.txt", "audit timestamp --help")]
    [InlineData("help-audit-show.txt", "audit show --help")]
    [InlineData("help-documents.txt", "documents --help")]
    [InlineData("help-export.txt", "export --help")]
    [InlineData("help-audit-prove.txt", "audit prove --help")]
    [InlineData("help-audit-alcoa.txt", "audit alcoa --help")]
    public async Task Help_text_is_as_approved(string golden, string arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal((0, string.Empty), (exitCode, error));
        GoldenFile.Check(golden, output);
    }

    [Fact]
    public async Task Terminal_output_of_a_run_is_as_approved()
    {
        var (exitCode, output, error) = await RunPlanAsync();
        Assert.Equal((0, string.Empty), (exitCode, error));
        GoldenFile.Check("run.txt", Head().Replace(output.Replace(folder, "FOLDER", StringComparison.Ordinal), match => $"{match.Groups[1]}HASH"));
    }

    [Fact]
    public async Task The_shape_of_run_json_is_as_approved()
    {
        await RunPlanAsync();
        using var document = JsonDocument.Parse(File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(folder, "packages"), "run.json", SearchOption.AllDirectories).Single()));
        GoldenFile.Check("run-json-shape.txt", string.Join('\n', Shape(document.RootElement, "$").Distinct()) + "\n");
    }

    [Fact]
    public async Task One_case_is_one_case()
    {
        var cases = Path.Combine(folder, "generated");
        var (_, generated, _) = await RunAsync("cases", "generate", "--count", "1", "--out", cases);
        Assert.StartsWith("1 case in 1 file, ", generated, StringComparison.Ordinal);
        Assert.Contains(": valid, 1 categorization case, 1 verified by nobody\n", (await RunAsync("cases", "check", cases)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_runs_is_as_approved()
    {
        await RunPlanAsync();
        var (_, output, _) = await RunAsync("runs", "list", "--records", Path.Combine(folder, "records"));
        GoldenFile.Check("runs-list.txt", output);
    }

    /// <summary>The records say which SQLite stored them, so their hashes differ from machine to machine.</summary>
    [GeneratedRegex("(head |Root +)[0-9a-f]{64}")]
    private static partial Regex Head();

    private Task<(int ExitCode, string Output, string Error)> RunPlanAsync()
    {
        var plan = new PlanDriver(folder);
        plan.Write(20, "0.85", wrong: false);
        return RunAsync("--model", PlanDriver.Candidate, "--plan", plan.PlanFile, "--concurrency", "1", "--records", Path.Combine(folder, "records"), "--out", Path.Combine(folder, "packages"));
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var ids = 0;
        return new CommandRun { NewId = () => new Guid(++ids, 0, 0, new byte[8]) }.RunAsync(arguments);
    }

    /// <summary>Every path of a JSON document with the kind of its value; elements of arrays share one path.</summary>
    private static IEnumerable<string> Shape(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Shape(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => element.GetArrayLength() == 0 ? [$"{path}[]: empty"] : element.EnumerateArray().SelectMany(item => Shape(item, $"{path}[]")),
        _ => [$"{path}: {element.ValueKind}"],
    };
}
