using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class FrozenBaselineTests
{
    [Fact]
    public async Task The_baseline_is_asked_alone_and_its_recording_is_on_record()
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);

        Assert.Equal((3, 3, null), (recorded.Answered, recorded.Planned, recorded.StopReason));
        Assert.Equal(["m-old", "m-old", "m-old"], bench.Questions.Select(call => call.Model));
        Assert.Equal(Sha256Hex.Of(await File.ReadAllBytesAsync(bench.Folder.PathOf("tape/recording.json"))), recorded.Frozen!.Sha256);
        Assert.Equal("* -text\n", await File.ReadAllTextAsync(bench.Folder.PathOf("tape/.gitattributes")));
        using var context = bench.Records.CreateReader();
        var entry = AuditRecordReader.Read(context.AuditRecords.Single(record => record.Action == AuditAction.BaselineRecorded).Bytes).Entry;
        Assert.Contains($"\"sha256\":\"{recorded.Frozen.Sha256}\"", entry.After, StringComparison.Ordinal);
        Assert.Equal(["recording", "index", "plan"], entry.Attachments.Select(attachment => attachment.Name));
        Assert.DoesNotContain(bench.Folder.Root, await File.ReadAllTextAsync(bench.Folder.PathOf("tape/recording.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_answers_its_baseline_from_the_recording_and_asks_the_candidate_alone()
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);
        var asked = bench.Questions.Count;
        await PinAsync(bench, recorded.Frozen!.Sha256, "1234.5");
        var planned = await bench.SendAsync(bench.PlanRequest());
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = planned.RunId, ReplayFolder = planned.BaselineFolder });
        var assessed = await bench.AssessAsync(planned.RunId);

        Assert.Equal(["m-new", "m-new", "m-new"], bench.Questions.Skip(asked).Select(call => call.Model));
        Assert.Equal(6, assessed.Total.Passed);
        Assert.All(bench.Attempts(planned.RunId).Where(attempt => attempt.Role == ModelRole.Baseline), attempt => Assert.Equal(1_234_500, attempt.LatencyMicros));
        Assert.True((await bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task The_documents_and_run_json_say_what_was_recorded_and_when()
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);
        await PinAsync(bench, recorded.Frozen!.Sha256);
        var planned = await bench.SendAsync(bench.PlanRequest());
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = planned.RunId, ReplayFolder = planned.BaselineFolder });
        await bench.AssessAsync(planned.RunId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = planned.RunId, OutFolder = bench.Folder.PathOf("out") });

        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(bench.Folder.PathOf($"out/{planned.RunId}/run.json")));
        var frozen = document.RootElement.GetProperty("configuration").GetProperty("frozenBaseline");
        Assert.Equal(recorded.Frozen.Sha256, frozen.GetProperty("sha256").GetString());
        Assert.Equal(recorded.Frozen.LastAt, frozen.GetProperty("lastAt").GetString());
        Assert.Equal(recorded.Frozen.Tool, frozen.GetProperty("tool").GetString());
    }

    [Fact]
    public async Task The_last_attempt_counts_and_an_earlier_failure_is_not_asked_for_again()
    {
        var failures = 0;
        await using var bench = new RunBench(call => call.Model == "m-old" && failures++ == 0
            ? LoopbackAnswer.Of(503, "{}", "retry-after-ms: 1") : LoopbackAnswer.Category(4, call.Model));
        var recorded = await RecordAsync(bench);
        await PinAsync(bench, recorded.Frozen!.Sha256);
        var planned = await bench.SendAsync(bench.PlanRequest());
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = planned.RunId, ReplayFolder = planned.BaselineFolder });

        Assert.Equal((4, 3), (recorded.Frozen.Calls, recorded.Answered));
        Assert.All(bench.Attempts(planned.RunId), attempt => Assert.Equal((1, true), (attempt.Number, attempt.Answered)));
    }

    [Theory]
    [InlineData("sha256: ", "recording.json: has SHA-256 ")]
    [InlineData("index", "index.jsonl: was altered after it was recorded")]
    [InlineData("reply", "was altered after it was recorded: its SHA-256 differs from its name.")]
    [InlineData("folder", "holds no recording (no index.jsonl)")]
    [InlineData("facts", "holds no finished recording (no recording.json)")]
    public async Task Another_recording_than_the_pinned_one_is_refused_before_any_call(string change, string expected)
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);
        await PinAsync(bench, change == "sha256: " ? new string('a', 64) : recorded.Frozen!.Sha256);
        switch (change)
        {
            case "index": await File.AppendAllTextAsync(bench.Folder.PathOf("tape/index.jsonl"), (await File.ReadAllLinesAsync(bench.Folder.PathOf("tape/index.jsonl")))[0] + "\n"); break;
            case "reply": await File.AppendAllTextAsync(Directory.GetFiles(bench.Folder.PathOf("tape/replies"))[0], " "); break;
            case "folder": Directory.Delete(bench.Folder.PathOf("tape"), recursive: true); break;
            case "facts": File.Delete(bench.Folder.PathOf("tape/recording.json")); break;
        }

        var asked = bench.Questions.Count;
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(asked, bench.Questions.Count);
    }

    [Theory]
    [InlineData("case", "C-02")]
    [InlineData("prompt", "C-01, C-02, C-03")]
    [InlineData("parameter", "C-01, C-02, C-03")]
    [InlineData("repeats", "C-01, C-02, C-03")]
    public async Task Cases_that_changed_since_are_named_and_never_asked_live(string change, string expected)
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);
        await PinAsync(bench, recorded.Frozen!.Sha256);
        var plan = await File.ReadAllTextAsync(bench.PlanPath);
        plan = change switch
        {
            "case" => await ReplaceAsync(bench, plan, "cases/bench.yaml", "Workflows of system 02", "The workflows of system 02"),
            "prompt" => await ReplaceAsync(bench, plan, "prompts/sort.md", "Sort the", "Classify the"),
            "parameter" => plan.Replace("    model: m-old\n", "    model: m-old\n    parameters: { temperature: 0.5 }\n", StringComparison.Ordinal),
            _ => plan.Replace("repeats: 1", "repeats: 3", StringComparison.Ordinal),
        };
        await File.WriteAllTextAsync(bench.PlanPath, plan);
        var asked = bench.Questions.Count;
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Contains($" repeats: {expected}. Restore case, prompt or settings, or record the baseline again", exception.Message, StringComparison.Ordinal);
        Assert.Equal(asked, bench.Questions.Count);
    }

    [Fact]
    public async Task Another_baseline_is_asked_and_a_recording_of_both_is_played()
    {
        await using var bench = Open();
        await PinAsync(bench, new string('a', 64));

        Assert.Null((await bench.SendAsync(bench.PlanRequest() with { Model = "new", Baseline = "newer", Reason = "trial" })).Configuration.FrozenBaseline);
    }

    [Fact]
    public async Task A_resumed_run_needs_the_same_recording()
    {
        await using var bench = Open();
        var recorded = await RecordAsync(bench);
        await PinAsync(bench, recorded.Frozen!.Sha256);
        var runId = await bench.PlanAsync();
        var missing = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = runId, ReplayFolder = bench.Folder.PathOf("nowhere") }));
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = runId, ReplayFolder = bench.Folder.PathOf("tape") });

        Assert.Contains("this run answers its baseline from a recording, which is not in ", missing.Message, StringComparison.Ordinal);
        Assert.Equal(RunState.Completed, RunMaterial.FindRun(bench.Records, runId).State);
    }

    [Fact]
    public async Task An_unfinished_recording_is_gone_on_with_and_a_finished_one_is_left_alone()
    {
        var isDown = true;
        await using var bench = new RunBench(call => isDown && call.UserPrompt!.Contains("system 02", StringComparison.Ordinal) ? LoopbackAnswer.Of(400, "{}") : LoopbackAnswer.Category(4, call.Model));
        var first = await RecordAsync(bench);
        isDown = false;
        var second = await RecordAsync(bench);
        var exception = await Assert.ThrowsAsync<InputException>(() => RecordAsync(bench));

        Assert.Equal((null, 2, "1 of 3 questions have no answer; the plan allows a share of 0"), (first.Frozen, first.Answered, first.StopReason));
        Assert.Equal((4, 3), (second.Frozen!.Calls, second.Answered));
        Assert.Equal(4, bench.Questions.Count);
        Assert.EndsWith("holds a finished recording; name an empty folder with --out.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Retry-After: 0", @"does not serve this key: Authentication: HTTP 401")]
    [InlineData(429, "Retry-After: 7200", @"asks for a wait of 7200 s; the plan allows 60 s \(execution\.maxWaitSeconds\)$")]
    public async Task What_would_meet_every_question_stops_the_recording_at_the_first_as_it_stops_a_run(int status, string header, string expected)
    {
        var isInTrouble = true;
        await using var bench = new RunBench(call => isInTrouble ? LoopbackAnswer.Of(status, "{}", header) : LoopbackAnswer.Category(4, call.Model));
        var stopped = await RecordAsync(bench);
        isInTrouble = false;

        Assert.Matches(expected, stopped.StopReason);
        Assert.Single(bench.Questions);
        Assert.Equal(3, (await RecordAsync(bench)).Answered);
    }

    [Fact]
    public async Task A_wait_that_one_question_was_told_holds_up_all_of_them()
    {
        var (answered, early) = (new System.Collections.Concurrent.ConcurrentQueue<long>(), 0);
        await using var bench = new RunBench(
            call =>
            {
                answered.Enqueue(Environment.TickCount64);
                return call.UserPrompt!.Contains("system 01", StringComparison.Ordinal) && Interlocked.Increment(ref early) == 1
                    ? LoopbackAnswer.Of(429, "{}", "Retry-After: 2") : LoopbackAnswer.Category(4, call.Model);
            },
            plan => plan.Replace("concurrency: 1", "concurrency: 2", StringComparison.Ordinal), cases: 6);
        await RecordAsync(bench);
        var times = answered.Order().ToList();

        Assert.Equal(7, times.Count);
        Assert.InRange(times.Skip(1).Zip(times, (next, before) => next - before).Max(), 1500, 60_000);
    }

    [Theory]
    [InlineData("new", "--model: found \"new\"; only the baseline of the plan is recorded, which is old.")]
    [InlineData("nobody", "--model: found \"nobody\", which is no model of the plan; allowed: old, new, newer.")]
    public async Task Only_the_baseline_of_the_plan_is_recorded(string model, string expected)
    {
        await using var bench = Open();
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(Request(bench) with { Model = model }));

        Assert.Equal(expected, exception.Message);
        Assert.Empty(bench.Questions);
    }

    private static RunBench Open() => new(call => LoopbackAnswer.Category(4, call.Model), plan => plan.Replace(
        "baseline: old\n", $"  - {{ name: newer, provider: custom, endpoint: {Endpoint(plan)}, model: m-newer }}\nbaseline: old\n", StringComparison.Ordinal));

    private static string Endpoint(string plan) => plan.Split("endpoint: ")[1].Split('\n')[0];

    private static RecordBaseline Request(RunBench bench) => new() { Actor = RunBench.Tester, PlanPath = bench.PlanPath, Model = "old", Folder = bench.Folder.PathOf("tape") };

    private static Task<RecordedBaseline> RecordAsync(RunBench bench) => bench.SendAsync(Request(bench));

    /// <summary>Pins the recording; with a latency, one in which every call took so many milliseconds.</summary>
    private static async Task PinAsync(RunBench bench, string sha256, string? latency = null)
    {
        if (latency is not null)
        {
            var (index, facts) = (bench.Folder.PathOf("tape/index.jsonl"), bench.Folder.PathOf("tape/recording.json"));
            var before = Sha256Hex.Of(await File.ReadAllBytesAsync(index));
            await File.WriteAllTextAsync(index, Regex.Replace(await File.ReadAllTextAsync(index), "(?<=\"latencyMs\":)[^,}]+", latency));
            await File.WriteAllTextAsync(facts, (await File.ReadAllTextAsync(facts)).Replace(before, Sha256Hex.Of(await File.ReadAllBytesAsync(index)), StringComparison.Ordinal));
            sha256 = Sha256Hex.Of(await File.ReadAllBytesAsync(facts));
        }

        await PinAsync(bench.PlanPath, sha256);
    }

    private static async Task PinAsync(string planPath, string sha256) => await File.WriteAllTextAsync(
        planPath, (await File.ReadAllTextAsync(planPath)).Replace("candidates:", $"frozenBaseline:\n  path: tape\n  sha256: {sha256}\ncandidates:", StringComparison.Ordinal));

    private static async Task<string> ReplaceAsync(RunBench bench, string plan, string file, string text, string replacement)
    {
        var path = bench.Folder.PathOf(file);
        var before = Sha256Hex.Of(await File.ReadAllBytesAsync(path));
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(text, replacement, StringComparison.Ordinal));
        return plan.Replace(before, Sha256Hex.Of(await File.ReadAllBytesAsync(path)), StringComparison.Ordinal);
    }
}
