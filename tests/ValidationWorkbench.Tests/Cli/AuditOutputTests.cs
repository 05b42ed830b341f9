using System.Text.Json;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Tests.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What <c>audit verify</c> and <c>audit show</c> say, and the exit codes that scripts rely on.</summary>
public sealed class AuditOutputTests : IAsyncLifetime
{
    private AttackedRecords records = null!;

    public async Task InitializeAsync() => records = await AttackedRecords.CreateAsync();

    public async Task DisposeAsync() => await records.DisposeAsync();

    [Fact]
    public async Task A_pass_says_so_with_exit_code_0()
    {
        var (exitCode, output, error) = await RunAsync("audit", "verify", "--records", records.Folder, "--packages", records.Packages);

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith("audit trail  PASS\n", output, StringComparison.Ordinal);
        Assert.Contains("records    10, from 1 to 10\n", output, StringComparison.Ordinal);
        Assert.Contains("as anchored", output, StringComparison.Ordinal);
        Assert.Contains("documents  1 issued files compared\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_anchor_there_is_a_warning_with_exit_code_0()
    {
        File.Delete(records.Anchor);

        var (exitCode, output, error) = await RunAsync("audit", "verify", "--records", records.Folder);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("validate: warning: no anchor was found", error, StringComparison.Ordinal);
        Assert.StartsWith("audit trail  INTERNALLY CONSISTENT ONLY\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_told_with_exit_code_3_and_as_json()
    {
        records.Forge("update AuditRecords set EntityId = 'E-0' where Sequence = 8");

        var (exitCode, output, error) = await RunAsync("audit", "verify", "--records", records.Folder, "--format", "json");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("validate: record 8: Column: column EntityId is E-0", error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(("FAIL", 1L), (json.RootElement.GetProperty("verdict").GetString(), json.RootElement.GetProperty("faults").GetInt64()));
        Assert.Equal(8, json.RootElement.GetProperty("classes")[0].GetProperty("firstSequence").GetInt64());
    }

    [Theory]
    [InlineData("--anchor", "nowhere", "is not there")]
    [InlineData("--vkey", "nowhere", "--vkey: ")]
    [InlineData("--packages", "nowhere", "is no folder")]
    [InlineData("--records", "nowhere", "holds no records")]
    public async Task A_file_that_was_named_and_is_not_there_is_a_usage_error(string option, string value, string message)
    {
        var (exitCode, _, error) = await RunAsync(option == "--records" ? ["audit", "verify", option, value] : ["audit", "verify", "--records", records.Folder, option, value]);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public async Task A_damaged_file_is_a_finding_and_no_crash(int length)
    {
        var path = Path.Combine(records.Folder, "workbench.db");
        await using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength(length);
        }

        var (exitCode, output, error) = await RunAsync("audit", "verify", "--deep", "--records", records.Folder);

        Assert.Equal(3, exitCode);
        Assert.Contains("validate: Database: ", error, StringComparison.Ordinal);
        Assert.StartsWith("audit trail  FAIL\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_shown_as_table_json_and_csv()
    {
        var (_, table, _) = await RunAsync("audit", "show", "--records", records.Folder, "--last", "2");
        Assert.Contains("+00:00", table, StringComparison.Ordinal);
        Assert.Contains("There are earlier ones: --before 9 shows the page before.", table, StringComparison.Ordinal);

        var (_, text, _) = await RunAsync("audit", "show", "--records", records.Folder, "--entity", "request:E-8", "--format", "json");
        using var json = JsonDocument.Parse(text);
        Assert.Equal([8L], json.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("sequence").GetInt64()));

        var (_, csv, _) = await RunAsync("audit", "show", "--records", records.Folder, "--run", "R-1", "--what", "trial-finished", "--format", "csv");
        Assert.Equal([false, true, true], csv.TrimEnd('\n').Split('\n').Select(line => line.Contains(",trial-finished,trial,C-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--from", "yesterday")]
    [InlineData("--last", "0")]
    public async Task A_filter_that_cannot_be_read_is_a_usage_error(string option, string value)
    {
        var (exitCode, _, error) = await RunAsync("audit", "show", "--records", records.Folder, option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        new CommandRun { NewId = () => Records.LogId, Facts = Records.Host }.RunAsync(arguments);
}
