using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Trouble with embeddings is said and stops nothing.</summary>
public sealed class EmbeddingsTroubleTests
{
    [Fact]
    public async Task A_refused_key_is_tried_once_and_stands_nowhere_in_the_records()
    {
        await using var bench = EmbeddingsBench.Open(call => LoopbackAnswer.Of(401, $"{{\"error\":\"{call.Headers["authorization"]} is wrong\"}}"), oqCases: 2);
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(0, 2), await bench.EmbedAsync(runId));
        var assessed = await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("out") });

        const string fault = "Authentication: HTTP 401: Bearer [key removed] is wrong";
        Assert.Equal($"Bearer {BenchPlan.Key}", Assert.Single(bench.EmbeddingCalls()).Headers["authorization"]);
        Assert.Equal([fault, $"not asked: given up after case Q-01: {fault}"], bench.EmbeddingEntries().Select(entry => entry.Reason));
        Assert.Equal($"not available: {fault}; not asked: given up after case Q-01: {fault}", assessed.Results.Embeddings!.Describe());
        Assert.Equal((0, 0), (assessed.Total.Error, assessed.Total.Aborted));
        Assert.True((await bench.VerifyAsync()).Holds);
        foreach (var file in Directory.GetFiles(bench.Folder.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("writer.lock", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(BenchPlan.Key, await File.ReadAllTextAsync(file, Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Trouble_that_passes_is_tried_again_and_every_attempt_is_on_record()
    {
        var calls = 0;
        await using var bench = EmbeddingsBench.Open(call => Interlocked.Increment(ref calls) < 3 ? LoopbackAnswer.Of(500, "{\"error\":\"busy\"}", "Retry-After: 0") : EmbeddingsBench.Vectors(call));
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(1, 0), await bench.EmbedAsync(runId));
        Assert.Equal(
            [(AuditAction.EmbeddingsFailed, "Unavailable: HTTP 500: busy"), (AuditAction.EmbeddingsFailed, "Unavailable: HTTP 500: busy"), (AuditAction.EmbeddingsReceived, null)],
            bench.EmbeddingEntries().Select(entry => (entry.Action, entry.Reason)));
        Assert.Equal("1 of 1 cases", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task After_three_cases_in_a_row_without_vectors_the_others_are_not_asked_for()
    {
        await using var bench = EmbeddingsBench.Open(_ => LoopbackAnswer.Of(500, "{\"error\":\"busy\"}", "Retry-After: 0"), oqCases: 5);
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);

        Assert.Equal(3 * 3, bench.EmbeddingCalls().Count);
        Assert.Equal(
            "not available: Unavailable: HTTP 500: busy (3 cases); not asked: given up after case Q-03: Unavailable: HTTP 500: busy (2 cases)", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task A_silent_endpoint_is_given_up_after_the_timeout_of_the_plan()
    {
        await using var bench = EmbeddingsBench.Open(_ => LoopbackAnswer.Silence, section: "  timeoutSeconds: 1\n", attempts: 1);
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);

        Assert.Equal("not available: Unavailable: no reply within 1 s", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
        Assert.All(bench.EmbeddingEntries(), entry => Assert.Equal(["request"], entry.Attachments.Select(attachment => attachment.Name)));
        Assert.True((await bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_malformed_reply_is_kept_as_it_came_and_costs_its_case_alone()
    {
        var calls = 0;
        await using var bench = EmbeddingsBench.Open(call => Interlocked.Increment(ref calls) == 1 ? LoopbackAnswer.Of(200, """{"data":[{"index":0,"embedding":[1]}]}""") : EmbeddingsBench.Vectors(call), oqCases: 2);
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(1, 1), await bench.EmbedAsync(runId));
        var failed = Assert.Single(bench.EmbeddingEntries(), entry => entry.Action == AuditAction.EmbeddingsFailed);
        Assert.Equal("Protocol: the reply holds 1 embeddings for 6 texts", failed.Reason);
        Assert.Equal("""{"data":[{"index":0,"embedding":[1]}]}"""u8, bench.Records.ReadEvidence(failed.Attachments[1].Sha256));
        Assert.Equal("1 of 2 cases; not available for the others: Protocol: the reply holds 1 embeddings for 6 texts", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task A_zero_vector_leaves_a_similarity_undefined()
    {
        await using var bench = EmbeddingsBench.Open(_ => LoopbackAnswer.Of(200, $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 6).Select(i => $$"""{"index":{{i}},"embedding":[0,{{(i < 3 ? 1 : 0)}}]}"""))}}]}"""));
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        var only = Assert.Single((await bench.AssessAsync(runId)).Results.Embeddings!.Cases);

        Assert.Equal((1.0, null, null, null), (only.BaselineToItself, only.CandidateToBaseline, only.CandidateToItself, only.NotAvailable));
    }

    [Fact]
    public async Task A_key_variable_that_is_not_set_is_said_before_the_run_and_stops_nothing()
    {
        await using var bench = EmbeddingsBench.Open(section: "  keyVariable: NO_KEY\n", oqCases: 2);
        var planned = await bench.SendAsync(bench.PlanRequest());
        await bench.ExecuteAsync(planned.RunId);

        const string reason = "NO_KEY: this environment variable is not set; the embeddings endpoint takes its key from it.";
        Assert.Equal([$"there will be no embeddings: {reason}"], planned.Notes);
        Assert.Equal(new EmbeddedSuites(0, 2), await bench.EmbedAsync(planned.RunId));
        Assert.Equal($"not available: not asked: {reason} (2 cases)", (await bench.AssessAsync(planned.RunId)).Results.Embeddings!.Describe());
        Assert.Empty(bench.EmbeddingCalls());
    }
}
