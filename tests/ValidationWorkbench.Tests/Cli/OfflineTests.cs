using ValidationWorkbench.Tests.Architecture;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

public sealed class OfflineTests : IDisposable
{
    private const string Latency = """
          - id: AC-2
            kind: latency
            requirement: URS-1
            severity: minor
            unit: call
            method: clopper-pearson
            limit: 0.3
            seconds: 60
            confidence: 0.95

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_that_would_ask_an_endpoint_is_refused_and_no_connection_is_opened()
    {
        await using var server = new LoopbackServer(Answer);
        var (exitCode, _, error) = await RunAsync("--model", "new", "--plan", Plan(server.Address), "--offline");

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"validate: --offline: model old would be asked at {server.Address}. Offline, only simulated models, ", error, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_recording_is_played_offline_with_the_same_results()
    {
        string plan, online;
        await using (var server = new LoopbackServer(Answer))
        {
            plan = BenchPlan.Write(folder, server.Address, 3, text => text.Replace("documents:\n", Latency + "documents:\n", StringComparison.Ordinal));
            (_, online, _) = await RunAsync("--model", "new", "--plan", plan, "--record", folder.PathOf("tape"));
        }

        var (exitCode, offline, error) = await RunAsync("--model", "new", "--plan", plan, "--replay", folder.PathOf("tape"), "--offline");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Equal(Results(online), Results(offline));
        Assert.DoesNotContain("recorded)", online, StringComparison.Ordinal);
        Assert.Equal(2, offline.Split("(recorded)").Length - 1);
        Assert.True(File.Exists(folder.PathOf("tape/recording.json")));
    }

    [Fact]
    public async Task A_frozen_baseline_and_a_simulated_candidate_need_no_network()
    {
        string plan;
        await using (var server = new LoopbackServer(Answer))
        {
            plan = Plan(server.Address);
            var (_, output, _) = await RunAsync("baseline", "record", "--model", "old", "--plan", plan, "--out", folder.PathOf("tape"));
            var pin = output[output.IndexOf("frozenBaseline:", StringComparison.Ordinal)..].TrimEnd();
            var text = await File.ReadAllTextAsync(plan);
            var candidate = text[text.IndexOf("  - name: new", StringComparison.Ordinal)..text.IndexOf("baseline: old", StringComparison.Ordinal)];
            await File.WriteAllTextAsync(plan, text.Replace(candidate, "  - { name: new, provider: simulated, model: m-new }\n", StringComparison.Ordinal)
                .Replace("candidates:", $"{pin}\ncandidates:", StringComparison.Ordinal));
        }

        var (exitCode, played, error) = await RunAsync("--model", "new", "--plan", plan, "--offline");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Matches(@"\nAnswers\s+of the baseline from a recording made from \S+ to \S+\s+by\s+ValidationWorkbench test,\s+SHA-256\s+[0-9a-f]{64};\s+only", played);
    }

    /// <summary>Whoever can open a connection to a model is made in one place, which refuses offline; time-stamping is a command of its own that no run calls.</summary>
    [Fact]
    public void Nobody_else_makes_what_opens_connections()
    {
        string[] words = ["new HttpClient", "new HttpModelClient(", "new HttpEmbeddingsClient(", "Socket", "TcpClient", "SocketsHttpHandler"];
        var found = from file in SourceFile.In("src/ValidationWorkbench").Concat(SourceFile.In("src/ValidationWorkbench.Cli"))
                    where words.Any(file.Mentions) && file.Folder != "Timestamps"
                    select file.Path;

        Assert.Equal(["src/ValidationWorkbench/Models/HttpEndpoint.cs", "src/ValidationWorkbench/Models/ModelClients.cs"], found.Order(StringComparer.Ordinal));
    }

    private static LoopbackAnswer Answer(LoopbackCall call) => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : LoopbackAnswer.Category(4, call.Model);

    private static string Results(string output) => output.Split("Results  sha256 ")[1][..64];

    private string Plan(string address) => BenchPlan.Write(folder, address, 3, null);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        string[] folders = ["--records", folder.PathOf("records")];
        return new CommandRun { NewId = Guid.NewGuid, ReadVariable = name => name == "BENCH_KEY" ? BenchPlan.Key : null, Clock = TimeProvider.System }
            .RunAsync([.. arguments, .. folders, .. arguments[0] == "baseline" ? Array.Empty<string>() : ["--out", folder.PathOf("packages")]]);
    }
}
