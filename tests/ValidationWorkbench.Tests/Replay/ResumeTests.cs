using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_run_that_was_cut_off_is_completed_with_the_same_results_and_no_finished_trial_is_asked_twice()
    {
        using var stop = new CancellationTokenSource();
        var silentAt = int.MaxValue;
        await using var bench = new RunBench(call => call.Number >= Volatile.Read(ref silentAt) ? Silence(stop) : Answer(call), cases: 6);

        var whole = await bench.PlanAsync();
        Assert.Null((await bench.ExecuteAsync(whole)).StopReason);
        var expected = await bench.AssessAsync(whole);

        var cut = await bench.PlanAsync();
        var before = bench.Questions.Count;
        Volatile.Write(ref silentAt, bench.Questions[^1].Number + 2 + 6);
        var stopped = await bench.ExecuteAsync(cut, stop.Token);
        Volatile.Write(ref silentAt, int.MaxValue);

        Assert.Equal((true, "stopped by the user", 5), (stopped.Cancelled, stopped.StopReason, stopped.Progress.Finished));
        var cancelled = Assert.Single(bench.Attempts(cut), attempt => !attempt.Answered);
        Assert.Equal(("cancelled: the run was stopped", 1), (cancelled.TransportError, cancelled.Number));

        var resumed = await bench.ExecuteAsync(cut);
        Assert.Equal((null, 12, 7), (resumed.StopReason, resumed.Progress.Finished, resumed.Progress.FinishedHere));
        Assert.Equal(12 + 1, bench.Questions.Count - before);
        Assert.Equal(12, bench.Attempts(cut).Count(attempt => attempt.Answered));
        Assert.Equal(2, bench.Trials(cut).Single(trial => trial.Key == new TrialKey(cancelled.CaseId, cancelled.Role, cancelled.Repeat)).Attempts);
        Assert.Equal(expected.ResultsSha256, (await bench.AssessAsync(cut)).ResultsSha256);
        Assert.Contains((AuditAction.RunResumed, "5 of 12 trials were finished before"), bench.Trail());
    }

    [Fact]
    public async Task The_results_of_parallel_calls_are_those_of_calls_in_turn()
    {
        await using var bench = new RunBench(Answer, cases: 8);
        var inTurn = await bench.PlanAsync();
        await bench.ExecuteAsync(inTurn);
        var parallel = (await bench.SendAsync(bench.PlanRequest() with { Concurrency = 8 })).RunId;
        await bench.ExecuteAsync(parallel);

        Assert.Equal((await bench.AssessAsync(inTurn)).ResultsSha256, (await bench.AssessAsync(parallel)).ResultsSha256);
    }

    [Fact]
    public async Task A_completed_run_is_not_asked_again()
    {
        await using var bench = new RunBench(Answer);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var trail = bench.Trail().Count;
        var again = await bench.ExecuteAsync(runId);

        Assert.Equal((null, 6, 0), (again.StopReason, again.Progress.Finished, again.Progress.FinishedHere));
        Assert.Equal(6, bench.Questions.Count);
        Assert.Equal(trail, bench.Trail().Count);
    }

    [Fact]
    public async Task What_a_run_was_frozen_with_counts_and_not_the_files_of_today()
    {
        await using var bench = new RunBench(Answer);
        var runId = await bench.PlanAsync();
        await File.WriteAllTextAsync(bench.Folder.PathOf("prompts/sort.md"), "Always say 5.\n");
        File.Delete(bench.PlanPath);
        File.Delete(bench.Folder.PathOf("cases/bench.yaml"));
        await bench.ExecuteAsync(runId);

        Assert.All(bench.Questions, call => Assert.Contains("Sort the system.", call.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recorded_run_gives_the_same_results_without_any_model()
    {
        await using var bench = new RunBench(call => call.Number % 4 == 3 ? LoopbackAnswer.Of(503, "{}", "Retry-After: 0") : Answer(call), cases: 4);
        var folder = bench.Folder.PathOf("recording");
        var asked = await bench.PlanAsync();
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = asked, RecordFolder = folder });
        var questions = bench.Questions.Count;

        var played = await bench.PlanAsync(folder);
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = played, ReplayFolder = folder });

        Assert.Equal(questions, bench.Questions.Count);
        Assert.Equal((await bench.AssessAsync(asked)).ResultsSha256, (await bench.AssessAsync(played)).ResultsSha256);
        Assert.Equal(bench.Attempts(asked).Select(What), bench.Attempts(played).Select(What));
    }

    [Fact]
    public async Task A_replayed_run_goes_on_only_with_its_own_recording()
    {
        await using var bench = new RunBench(Answer);
        var folder = bench.Folder.PathOf("recording");
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = await bench.PlanAsync(), RecordFolder = folder });
        var expected = Sha256Hex.Of(await File.ReadAllBytesAsync(Path.Combine(folder, "index.jsonl")));
        var played = await bench.PlanAsync(folder);
        var other = bench.Folder.Write("other/index.jsonl", string.Empty);

        var missing = await Assert.ThrowsAsync<InputException>(() => bench.ExecuteAsync(played));
        Assert.Equal("--replay: this run answers from a recording; name its folder again to resume.", missing.Message);
        var foreign = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = played, ReplayFolder = Path.GetDirectoryName(other) }));
        Assert.Equal($"{Path.GetDirectoryName(other)}: is another recording (index SHA-256 {Sha256Hex.Of(string.Empty)}) than the run was planned with ({expected}).", foreign.Message);
    }

    private static object What(Attempt attempt) =>
        (attempt.CaseId, attempt.Role, attempt.Repeat, attempt.Number, attempt.RequestSha256, attempt.ReplySha256, attempt.HttpStatus, attempt.Fault, attempt.LatencyMicros / 1000);

    private static LoopbackAnswer Answer(LoopbackCall call) =>
        LoopbackAnswer.Category(call.Model == "m-old" && call.UserPrompt!.Contains("System 02", StringComparison.Ordinal) ? 5 : 4, call.Model);

    private static LoopbackAnswer Silence(CancellationTokenSource stop)
    {
        stop.Cancel();
        return LoopbackAnswer.Silence;
    }
}
