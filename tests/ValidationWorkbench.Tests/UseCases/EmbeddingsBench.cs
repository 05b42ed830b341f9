using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Benches whose models draft one-step suites, and whose endpoint turns texts into vectors as a test says.</summary>
internal static class EmbeddingsBench
{
    /// <summary>A bench with OQ cases and two repeats.</summary>
    /// <param name="embed">What the endpoint does with an embeddings call; null for <see cref="Vectors"/>.</param>
    /// <param name="oqCases">Number of OQ cases.</param>
    /// <param name="section">Lines of the section <c>embeddings</c> besides endpoint and model; null for a plan without the section.</param>
    /// <param name="draft">What the models answer to an OQ case; null for a suite.</param>
    /// <param name="attempts">Attempts of the plan.</param>
    public static RunBench Open(
        Func<LoopbackCall, LoopbackAnswer>? embed = null, int oqCases = 1, string? section = "  keyVariable: BENCH_KEY\n", Func<LoopbackCall, LoopbackAnswer>? draft = null, int attempts = 3) => new(
        call => IsEmbedding(call) ? (embed ?? Vectors)(call) : call.Text.Contains("gamp_categorization", StringComparison.Ordinal) ? LoopbackAnswer.Category(4, call.Model) : (draft ?? Suite)(call),
        plan =>
        {
            var endpoint = plan.Split('\n').First(line => line.Contains("endpoint:", StringComparison.Ordinal)).Trim();
            plan = plan.Replace("repeats: 1\n", "repeats: 3\n", StringComparison.Ordinal).Replace("maxAttempts: 3", $"maxAttempts: {attempts}", StringComparison.Ordinal);
            return section is null ? plan : plan.Replace("requirements:\n", $"embeddings:\n  {endpoint}\n  model: e-1\n{section}requirements:\n", StringComparison.Ordinal);
        }, cases: 1, oqCases: oqCases);

    public static bool IsEmbedding(LoopbackCall call) => call.Path.EndsWith("/embeddings", StringComparison.Ordinal);

    /// <summary>A suite of one step: the baseline logs in, the candidate signs in.</summary>
    public static LoopbackAnswer Suite(LoopbackCall call) => LoopbackAnswer.Completion(
        JsonSerializer.Serialize(new
        {
            tests = new[]
            {
                new
                {
                    id = "T-1", title = "Lock", requirementIds = new[] { "R-1" }, prerequisites = Array.Empty<string>(), acceptanceCriteria = new[] { "It locks." },
                    steps = new[] { new { number = 1, action = call.Model == "m-old" ? "Log in." : "Sign in.", expectedResult = "Home." } },
                },
            },
            confidence = 0.9,
        }),
        call.Model);

    /// <summary>(1, 0) for a text that logs in, (1, 1) for any other; last text first.</summary>
    public static LoopbackAnswer Vectors(LoopbackCall call) => LoopbackAnswer.Of(200, JsonSerializer.Serialize(new
    {
        data = Texts(call).Select((text, index) => new { index, embedding = text.StartsWith("Log in.", StringComparison.Ordinal) ? new[] { 1.0, 0 } : [1, 1] }).Reverse(),
        model = "e-1-v2",
        usage = new { prompt_tokens = 12, total_tokens = 12 },
    }));

    public static IReadOnlyList<string> Texts(LoopbackCall call)
    {
        using var body = JsonDocument.Parse(call.Body);
        return [.. body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
    }

    public static List<LoopbackCall> EmbeddingCalls(this RunBench bench) => [.. bench.Questions.Where(IsEmbedding)];

    public static Task<EmbeddedSuites> EmbedAsync(this RunBench bench, string runId, CancellationToken cancellationToken = default) =>
        bench.SendAsync(new EmbedSuites { Actor = RunBench.Tester, RunId = runId }, cancellationToken);

    /// <summary>Plans a run and makes its calls.</summary>
    public static async Task<string> FinishedAsync(this RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        return runId;
    }

    /// <summary>Records about embeddings, oldest first.</summary>
    public static List<AuditEntry> EmbeddingEntries(this RunBench bench)
    {
        using var context = bench.Records.CreateReader();
        return [.. context.AuditRecords.AsNoTracking().OrderBy(record => record.Sequence).AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes).Entry)
            .Where(entry => entry.Action is AuditAction.EmbeddingsReceived or AuditAction.EmbeddingsFailed)];
    }
}
