using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.Tests.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What a user sees of embeddings; loopback servers stand in for all endpoints.</summary>
public sealed class EmbeddingsOutputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_announces_asks_and_shows_them_and_a_rescoring_shows_the_same_without_asking()
    {
        var (output, error) = (string.Empty, string.Empty);
        await using (var server = Server(EmbeddingsBench.Vectors))
        {
            (output, error) = await RunAsync("--model", "new", "--plan", Plan(server.Address), "--records", folder.PathOf("records"), "--out", folder.PathOf("out"));

            Assert.Contains($"Embeddings of the OQ suites, whose texts go to {server.Address} as well, by e-1; for display only\n", output, StringComparison.Ordinal);
            Assert.Single(server.Questions, EmbeddingsBench.IsEmbedding);
        }

        Assert.Contains("Embeddings 1 of 1 cases (for display, they decide nothing)\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain(BenchPlan.Key, output + error, StringComparison.Ordinal);
        var (again, _) = await RunAsync("rescore", "R20260301-120000-0000", "--records", folder.PathOf("records"));
        Assert.Contains("Embeddings 1 of 1 cases (for display, they decide nothing)\n", again, StringComparison.Ordinal);
        Assert.Contains("the same results to the last digit as assessment 1", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_said_and_the_run_has_its_package_all_the_same()
    {
        await using var server = Server(_ => LoopbackAnswer.Of(401, "{\"error\":\"wrong key\"}"));
        var (output, _) = await RunAsync("--model", "new", "--plan", Plan(server.Address), "--records", folder.PathOf("records"), "--out", folder.PathOf("out"));

        Assert.Contains("Embeddings not available: Authentication: HTTP 401: wrong key (for display, they decide nothing)\n", output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("out/R20260301-120000-0000/manifest.json")));
    }

    private string Plan(string address) => BenchPlan.Write(
        folder, address, cases: 1, plan => plan.Replace("requirements:\n", $"embeddings:\n  endpoint: {address}\n  model: e-1\n  keyVariable: BENCH_KEY\nrequirements:\n", StringComparison.Ordinal), oqCases: 1);

    private static LoopbackServer Server(Func<LoopbackCall, LoopbackAnswer> embed) => new(call =>
        call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : EmbeddingsBench.IsEmbedding(call) ? embed(call)
        : call.Text.Contains("gamp_categorization", StringComparison.Ordinal) ? LoopbackAnswer.Category(4, call.Model) : EmbeddingsBench.Suite(call));

    private static async Task<(string Output, string Error)> RunAsync(params string[] arguments)
    {
        var ids = 0;
        var (_, output, error) = await new CommandRun
        {
            NewId = () => new Guid(++ids, 0, 0, new byte[8]),
            ReadVariable = name => name == "BENCH_KEY" ? BenchPlan.Key : null,
        }.RunAsync(arguments);
        return (output, error);
    }
}
