using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class EmbedSuitesTests
{
    private static readonly double Diagonal = Math.Sqrt(0.5);

    [Fact]
    public async Task One_request_asks_for_all_suites_of_a_case_and_the_similarities_come_from_its_vectors()
    {
        await using var bench = EmbeddingsBench.Open(oqCases: 2);
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(2, 0), await bench.EmbedAsync(runId));
        var embeddings = (await bench.AssessAsync(runId)).Results.Embeddings!;

        Assert.Equal(["Q-01", "Q-02"], embeddings.Cases.Select(entry => entry.CaseId));
        Assert.Equal(("e-1", "e-1-v2", "2 of 2 cases"), (embeddings.Model, Assert.Single(embeddings.ServedModels), embeddings.Describe()));
        var first = embeddings.Cases[0];
        Assert.Equal((3, 3, null), (first.BaselineSuites, first.CandidateSuites, first.NotAvailable));
        Assert.Equal((1, Diagonal, 1), (first.BaselineToItself!.Value, first.CandidateToBaseline!.Value, first.CandidateToItself!.Value), Near);
        Assert.Equal(2, bench.EmbeddingCalls().Count);
        Assert.Equal(["Log in. | Home.", "Log in. | Home.", "Log in. | Home.", "Sign in. | Home.", "Sign in. | Home.", "Sign in. | Home."], EmbeddingsBench.Texts(bench.EmbeddingCalls()[0]));
    }

    [Fact]
    public async Task Request_raw_reply_and_the_meaning_of_each_position_are_on_record()
    {
        await using var bench = EmbeddingsBench.Open();
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);

        var entry = Assert.Single(bench.EmbeddingEntries());
        Assert.Equal((AuditAction.EmbeddingsReceived, "case", "Q-01", runId, null, Actor.Workbench), (entry.Action, entry.EntityType, entry.EntityId, entry.RunId, entry.Reason, entry.Actor));
        Assert.Equal(["request", "reply"], entry.Attachments.Select(attachment => attachment.Name));
        var call = Assert.Single(bench.EmbeddingCalls());
        Assert.Equal(call.Body, bench.Records.ReadEvidence(entry.Attachments[0].Sha256));
        Assert.Equal(EmbeddingsBench.Vectors(call).Body, bench.Records.ReadEvidence(entry.Attachments[1].Sha256));
        using var after = JsonDocument.Parse(entry.After!);
        Assert.Equal(("e-1", "e-1-v2", 200, 12), (
            after.RootElement.GetProperty("model").GetString(), after.RootElement.GetProperty("servedModel").GetString(), after.RootElement.GetProperty("httpStatus").GetInt32(),
            after.RootElement.GetProperty("promptTokens").GetInt32()));
        Assert.Equal(
            ["baseline 1 at 0", "baseline 2 at 1", "baseline 3 at 2", "candidate 1 at 3", "candidate 2 at 4", "candidate 3 at 5"],
            after.RootElement.GetProperty("suites").EnumerateArray().Select(suite => $"{suite.GetProperty("role")} {suite.GetProperty("repeat")} at {suite.GetProperty("position")}"));
        Assert.True((await bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Rescoring_and_documents_need_no_endpoint_and_give_the_same_figures()
    {
        await using var bench = EmbeddingsBench.Open();
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        var first = await bench.AssessAsync(runId);
        await bench.StopServerAsync();

        var again = await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });
        var read = await bench.SendAsync(new ShowRun(runId));
        var package = await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("out") });

        Assert.Equal((2, first.ResultsSha256), (again.Number, again.ResultsSha256));
        Assert.Equal(CanonicalJson.WriteText(first.Results.Embeddings), CanonicalJson.WriteText(read.Results.Embeddings));
        using var run = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(package.Folder, "run.json")));
        Assert.Equal(Diagonal, run.RootElement.GetProperty("results").GetProperty("embeddings").GetProperty("cases")[0].GetProperty("candidateToBaseline").GetDouble(), 1e-15);
        Assert.True((await bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Embeddings_decide_nothing()
    {
        await using var with = EmbeddingsBench.Open();
        await using var without = EmbeddingsBench.Open(section: null);
        var (withId, withoutId) = (await with.FinishedAsync(), await without.FinishedAsync());
        await with.EmbedAsync(withId);
        var (first, second) = (await with.AssessAsync(withId), await without.AssessAsync(withoutId));

        Assert.Equal(CanonicalJson.WriteText(first.Results.Criteria), CanonicalJson.WriteText(second.Results.Criteria));
        Assert.Equal((first.Recommendation.Word, first.Results.TrialsSha256), (second.Recommendation.Word, second.Results.TrialsSha256));
    }

    [Fact]
    public async Task A_plan_without_the_section_asks_for_nothing_and_says_nothing()
    {
        await using var bench = EmbeddingsBench.Open(section: null);
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(0, 0), await bench.EmbedAsync(runId));
        Assert.Empty(bench.EmbeddingCalls());
        Assert.Empty(bench.EmbeddingEntries());
        Assert.DoesNotContain("embeddings", CanonicalJson.WriteText((await bench.AssessAsync(runId)).Results), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_record_is_not_asked_for_again_and_nothing_is_asked_after_the_assessment()
    {
        var broken = true;
        await using var bench = EmbeddingsBench.Open(call => broken ? LoopbackAnswer.Of(400, "{}") : EmbeddingsBench.Vectors(call), oqCases: 2);
        var runId = await bench.FinishedAsync();

        Assert.Equal(new EmbeddedSuites(0, 2), await bench.EmbedAsync(runId));
        broken = false;
        Assert.Equal(new EmbeddedSuites(2, 0), await bench.EmbedAsync(runId));
        Assert.Equal(new EmbeddedSuites(0, 0), await bench.EmbedAsync(runId));
        Assert.Equal(4, bench.EmbeddingCalls().Count);
        Assert.Equal("2 of 2 cases", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task After_the_assessment_nothing_is_asked_so_that_its_results_stay_what_they_are()
    {
        var broken = true;
        await using var bench = EmbeddingsBench.Open(call => broken ? LoopbackAnswer.Of(400, "{}") : EmbeddingsBench.Vectors(call));
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        var assessed = await bench.AssessAsync(runId);
        broken = false;

        Assert.Equal(new EmbeddedSuites(0, 0), await bench.EmbedAsync(runId));
        Assert.Equal(assessed.ResultsSha256, (await bench.SendAsync(new ShowRun(runId))).ResultsSha256);
        Assert.Equal("not available: Request: HTTP 400: {}", assessed.Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task An_unfinished_run_is_not_asked_for()
    {
        await using var bench = EmbeddingsBench.Open();
        var runId = await bench.PlanAsync();

        Assert.Equal(new EmbeddedSuites(0, 0), await bench.EmbedAsync(runId));
        Assert.Empty(bench.EmbeddingCalls());
        Assert.Equal("not available: nothing is on record", (await bench.SendAsync(new ShowRun(runId))).Assessment.Embeddings!.Describe());
    }

    [Fact]
    public async Task A_run_that_answers_from_a_recording_is_not_asked_for_and_says_so()
    {
        await using var bench = EmbeddingsBench.Open();
        var recording = bench.Folder.PathOf("recording");
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = await bench.PlanAsync(), RecordFolder = recording });
        var runId = await bench.PlanAsync(recording);
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = runId, ReplayFolder = recording });

        Assert.Equal(new EmbeddedSuites(0, 0), await bench.EmbedAsync(runId));
        Assert.Empty(bench.EmbeddingCalls());
        Assert.Equal("not available: not asked, since the run answers from a recording", (await bench.AssessAsync(runId)).Results.Embeddings!.Describe());
    }

    [Fact]
    public async Task An_unreadable_suite_has_no_vector_and_a_case_with_fewer_than_two_readable_suites_is_not_asked_for()
    {
        await using var bench = EmbeddingsBench.Open(oqCases: 2, draft: call =>
            call.Model == "m-old" ? call.UserPrompt!.Contains("system 02", StringComparison.Ordinal) ? LoopbackAnswer.Completion("""{"tests":[],"confidence":1}""", call.Model) : EmbeddingsBench.Suite(call)
            : LoopbackAnswer.Completion("no JSON", call.Model));
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        var cases = (await bench.AssessAsync(runId)).Results.Embeddings!.Cases;

        Assert.Equal(new EmbeddedCase("Q-01", 3, 0, cases[0].BaselineToItself, null, null, null), cases[0]);
        Assert.NotNull(cases[0].BaselineToItself);
        Assert.Equal(EmbeddedCase.Without("Q-02", "not asked: fewer than two readable suites"), cases[1]);
        Assert.Equal(3, EmbeddingsBench.Texts(Assert.Single(bench.EmbeddingCalls())).Count);
    }

    [Fact]
    public async Task An_altered_reply_is_an_integrity_failure()
    {
        await using var bench = EmbeddingsBench.Open();
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        foreach (var path in Directory.GetFiles(bench.RecordsPath, "*.evidence", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            var place = bytes.AsSpan().IndexOf("e-1-v2"u8);
            bytes[place] = (byte)'x';
            await File.WriteAllBytesAsync(path, bytes);
        }

        Assert.EndsWith("was altered: its bytes have SHA-256 " + AlteredHash(bench) + ".", (await Assert.ThrowsAsync<IntegrityException>(() => bench.AssessAsync(runId))).Message, StringComparison.Ordinal);
        Assert.False((await bench.VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData("update AuditRecords set Bytes = Bytes || x'00' where Action = 'embeddings-received'", " cannot be read: 1 bytes follow the record. Nothing is computed from altered records; ")]
    [InlineData("update AuditRecords set Action = 'embeddings-received' where Action = 'embeddings-failed'", ": its bytes do not agree with its hash, its columns or the record before. Nothing is computed")]
    public async Task An_altered_record_is_an_integrity_failure(string forgery, string expected)
    {
        var isBroken = forgery.Contains("embeddings-failed", StringComparison.Ordinal);
        await using var bench = EmbeddingsBench.Open(call => isBroken ? LoopbackAnswer.Of(200, "{}") : EmbeddingsBench.Vectors(call));
        var runId = await bench.FinishedAsync();
        await bench.EmbedAsync(runId);
        Records.Forge(bench.RecordsPath, forgery);

        Assert.Contains(expected, (await Assert.ThrowsAsync<IntegrityException>(() => bench.AssessAsync(runId))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_stops_loses_nothing_and_the_call_under_way_is_on_record()
    {
        using var stop = new CancellationTokenSource();
        var silent = true;
        await using var bench = EmbeddingsBench.Open(call =>
        {
            if (!silent || !call.Text.Contains("input", StringComparison.Ordinal))
            {
                return EmbeddingsBench.Vectors(call);
            }

            stop.Cancel();
            return LoopbackAnswer.Silence;
        });
        var runId = await bench.FinishedAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.EmbedAsync(runId, stop.Token));
        Assert.Equal((AuditAction.EmbeddingsFailed, "Unavailable: cancelled: the run was stopped"), (bench.EmbeddingEntries()[0].Action, bench.EmbeddingEntries()[0].Reason));
        silent = false;
        Assert.Equal(new EmbeddedSuites(1, 0), await bench.EmbedAsync(runId));
    }

    private static bool Near((double, double, double) left, (double, double, double) right) =>
        Math.Abs(left.Item1 - right.Item1) < 1e-15 && Math.Abs(left.Item2 - right.Item2) < 1e-15 && Math.Abs(left.Item3 - right.Item3) < 1e-15;

    private static string AlteredHash(RunBench bench)
    {
        var reply = EmbeddingsBench.Vectors(bench.EmbeddingCalls()[0]).Body;
        reply[reply.AsSpan().IndexOf("e-1-v2"u8)] = (byte)'x';
        return Sha256Hex.Of(reply);
    }
}
