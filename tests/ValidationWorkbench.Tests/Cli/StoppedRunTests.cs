using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What a user sees of a run that stops early and goes on later.</summary>
public sealed class StoppedRunTests
{
    [Fact]
    public async Task It_ends_with_exit_code_5_says_why_and_how_to_go_on_and_goes_on()
    {
        using var folder = new TemporaryFolder();
        var isBusy = true;
        await using var server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}")
            : Volatile.Read(ref isBusy) ? LoopbackAnswer.Of(429, "{\"error\":\"daily limit\"}", "Retry-After: 40000") : LoopbackAnswer.Category(4, call.Model));
        string[] places = ["--records", folder.PathOf("records"), "--out", folder.PathOf("out")];
        var ids = 0;
        var program = new CommandRun { NewId = () => new Guid(++ids, 0, 0, new byte[8]), ReadVariable = name => name == "BENCH_KEY" ? BenchPlan.Key : null };

        var (exitCode, output, _) = await program.RunAsync(["--model", "new", "--plan", BenchPlan.Write(folder, server.Address, cases: 10, change: null), .. places]);

        Assert.Equal(5, exitCode);
        Assert.Contains(
            $"The run stopped early: the endpoint {server.Address} asks for a wait of 40000 s; the plan allows 60 s (execution.maxWaitSeconds). Go on with: validate --resume R20260301-120000-0000",
            string.Join(" ", output.Split((char[])[], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Volatile.Write(ref isBusy, false);
        Assert.Equal(0, (await program.RunAsync(["--resume", "R20260301-120000-0000", .. places])).ExitCode);
    }
}
