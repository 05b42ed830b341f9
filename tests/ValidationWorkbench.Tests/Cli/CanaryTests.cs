using System.Text;
using System.Text.Json;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>An endpoint that repeats the key wherever it can: it must appear in nothing that the workbench writes or prints.</summary>
public sealed class CanaryTests
{
    private const string Key = "sk-canary-0815/4711+x";
    private const string Echo = $"X-Request-Id: {Key}";

    [Theory]
    [InlineData("variable", false)]
    [InlineData("file", false)]
    [InlineData("file", true)]
    public async Task A_key_that_the_endpoint_repeats_everywhere_is_in_nothing_that_is_written_or_printed(string source, bool isRefused)
    {
        using var folder = new TemporaryFolder();
        var questions = 0;
        await using var server = new LoopbackServer(call => !call.Headers.ContainsKey("authorization") ? LoopbackAnswer.Category(4, call.Model)
            : isRefused ? LoopbackAnswer.Of(401, JsonSerializer.Serialize(new { error = new { message = $"wrong key {Key}" } }), Echo)
            : call.Method == "GET" ? LoopbackAnswer.Of(200, "{}", Echo)
            : Answer(call, questions++));
        var key = folder.Write("key", Key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var plan = BenchPlan.Write(folder, server.Address, cases: 6, text =>
            text.Replace("keyVariable: BENCH_KEY", source == "file" ? $"keyFile: {key}\n    connection: {{stream: true}}" : "keyVariable: BENCH_KEY",
            StringComparison.Ordinal)
            .Replace("maxAttempts: 3", "maxAttempts: 1", StringComparison.Ordinal));
        var ids = 0;
        var run = new CommandRun { NewId = () => new Guid(++ids, 0, 0, new byte[8]), ReadVariable = _ => Key };
        var printed = new StringBuilder();
        async Task<int> RunAsync(params string[] arguments)
        {
            var (exitCode, output, error) = await run.RunAsync(arguments);
            printed.Append(output).Append(error);
            return exitCode;
        }

        string[] records = ["--records", folder.PathOf("records")];
        var exitCode = await RunAsync(["--plan", plan, "--model", "new", "--out", folder.PathOf("packages"), "--record", folder.PathOf("tape"),
            "--format", "json", .. records]);
        await RunAsync(["audit", "show", "--format", "json", .. records]);
        await RunAsync(["audit", "verify", "--deep", .. records]);

        Assert.Equal(isRefused ? 2 : 5, exitCode);
        Assert.Contains(server.Calls, call => call.Headers.GetValueOrDefault("authorization") == $"Bearer {Key}");
        Assert.DoesNotContain(Key, printed.ToString(), StringComparison.Ordinal);
        Assert.Contains(isRefused ? "refuses the key" : "[key removed]", printed.ToString(), StringComparison.Ordinal);
        File.Delete(key);
        foreach (var path in Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("writer.lock", StringComparison.Ordinal)))
        {
            var text = await File.ReadAllTextAsync(path, Encoding.Latin1);
            Assert.False(text.Contains(Key, StringComparison.Ordinal)
                || text.Contains(Key.Replace("+", "\\u002B", StringComparison.Ordinal), StringComparison.Ordinal), path);
        }
    }

    /// <summary>The key stands in body, headers, error and stream, one after the other.</summary>
    private static LoopbackAnswer Answer(LoopbackCall call, int number) => number switch
    {
        0 => LoopbackAnswer.Of(403, JsonSerializer.Serialize(new { error = new { message = $"wrong key {Key}" } }), Echo),
        1 => LoopbackAnswer.Of(500, $"<html>{Key}</html>", Echo, $"Server: {Key}"),
        2 => LoopbackAnswer.Completion($"Your key is {Key}.", call.Model),
        3 => LoopbackAnswer.Stream($"Your key is {Key}.", call.Model),
        4 => LoopbackAnswer.Of(200, Key + new string('x', 10_000)) with { BreaksOff = true },
        _ => LoopbackAnswer.Category(4, call.Model) with { Headers = [Echo] },
    };
}
