using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class SequentialCheckTests
{
    private const int Trials = 4 * 3 * 2;

    [Fact]
    public async Task Drawn_cases_are_asked_again_one_at_a_time_and_shown_beside_the_trials_and_no_figure_changes()
    {
        // Under load the wording changes from call to call; alone it does not.
        var (under, most, calls) = (0, 0, 0);
        await using var bench = new RunBench(
            call =>
            {
                var number = Interlocked.Increment(ref calls);
                var now = Interlocked.Increment(ref under);
                var isAlone = number > Trials;
                most = isAlone ? Math.Max(most, now) : 0;
                var text = LoopbackAnswer.CategoryText(4);
                var answer = LoopbackAnswer.Completion(isAlone ? text : text.Replace("It is so.", $"It is so {number}.", StringComparison.Ordinal), call.Model);
                return answer with { Before = Task.Delay(10).ContinueWith(_ => Interlocked.Decrement(ref under), TaskScheduler.Default) };
            },
            With("sequentialCheck: { cases: 2 }"), cases: 4);
        var planned = await bench.SendAsync(bench.PlanRequest());
        Assert.Null((await bench.ExecuteAsync(planned.RunId)).StopReason);
        var assessed = await bench.AssessAsync(planned.RunId);

        Assert.Equal((2, Trials, Trials + 6, 1), (planned.SequentialCases, planned.Calls, bench.Questions.Count, most));
        Assert.All(bench.Questions.Skip(Trials), question => Assert.Equal("m-new", question.Model));
        Assert.Equal(6, bench.Trail().Count(record => record.Action == AuditAction.SequentialAsked));
        Assert.Equal((Trials, Trials), (bench.Attempts(planned.RunId).Count, bench.Trials(planned.RunId).Count));
        var check = assessed.Assessment.Sequential!;
        Assert.Equal((2, 0, null), (check.Drawn, check.LeftOut, check.Stopped));
        Assert.Equal(
            [("text", false, 0), ("text", true, 2), ("decision", false, 2), ("decision", true, 2)],
            check.Rows.Select(row => (row.Subject, row.OneByOne, row.Same)));

        // Two of two: the lower bound is the square root of 0.05.
        Assert.Equal(Math.Sqrt(0.05), check.Rows[1].Share.Lower, 1e-12);
        Assert.Equal(1.0, check.Rows[1].Share.Upper);
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
    }

    [Fact]
    public async Task A_check_that_is_cut_off_goes_on_and_asks_nothing_twice()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        await using var bench = new RunBench(
            call =>
            {
                if (Interlocked.Increment(ref calls) == Trials + 3)
                {
                    stop.Cancel();
                    return LoopbackAnswer.Silence;
                }

                return LoopbackAnswer.Category(4, call.Model);
            },
            With("sequentialCheck: { cases: 2 }"), cases: 4);
        var runId = await bench.PlanAsync();
        var cut = await bench.ExecuteAsync(runId, stop.Token);
        Assert.Equal(("stopped by the user", true, Trials), (cut.StopReason, cut.Cancelled, cut.Progress.Finished));
        Assert.Equal(RunState.Executing, RunMaterial.FindRun(bench.Records, runId).State);

        var resumed = await bench.ExecuteAsync(runId);
        Assert.Null(resumed.StopReason);
        Assert.Equal(Trials + 7, bench.Questions.Count);
        Assert.Equal(0, (await bench.AssessAsync(runId)).Assessment.Sequential!.LeftOut);
        Assert.Equal(RunState.Assessed, RunMaterial.FindRun(bench.Records, runId).State);
        await bench.ExecuteAsync(runId);
        Assert.Equal(Trials + 7, bench.Questions.Count);
    }

    [Fact]
    public async Task Its_calls_count_in_the_budget_and_the_run_is_complete_without_them()
    {
        // Each call uses 300 tokens, and so many are expected of the next: after all trials there is room for one.
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model, tokens: 200), With($"budgets: {{ maxTokens: {(Trials * 400) + 500} }}\nsequentialCheck: {{ cases: 2 }}"), cases: 4);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);
        var check = (await bench.AssessAsync(runId)).Assessment.Sequential!;

        Assert.Equal((null, Trials + 1), (executed.StopReason, bench.Questions.Count));
        Assert.Equal(((Trials + 1) * 400L), (executed.Progress.Baseline + executed.Progress.Candidate).Total);
        Assert.Equal(2, check.LeftOut);
        Assert.StartsWith("the budget of 10100 tokens does not bear another call", check.Stopped, StringComparison.Ordinal);
        Assert.Equal(0.0, check.Rows[1].Share.Lower);
    }

    [Fact]
    public async Task One_repeat_is_refused_since_it_cannot_be_alike()
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model), plan => plan.Replace("requirements:\n", "sequentialCheck: { cases: 2 }\nrequirements:\n", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Contains("sequentialCheck: one repeat cannot be alike or unlike; at least three repeats are needed.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cases_are_drawn_by_the_seed_and_none_twice()
    {
        string[] ids = ["a", "b", "c", "d", "e", "f"];
        var drawn = SequentialSample.Draw(ids, 4, 7);

        Assert.Equal(drawn, SequentialSample.Draw(ids, 4, 7));
        Assert.Equal(4, drawn.Distinct().Count());
        Assert.Equal(ids, SequentialSample.Draw(ids, 9, 7).Order(StringComparer.Ordinal));
        Assert.All(ids, id => Assert.InRange(Enumerable.Range(0, 600).Count(seed => SequentialSample.Draw(ids, 3, seed).Contains(id)), 240, 360));
    }

    private static Func<string, string> With(string section) => plan => plan
        .Replace("repeats: 1\n", "repeats: 3\n", StringComparison.Ordinal).Replace("concurrency: 1", "concurrency: 4", StringComparison.Ordinal)
        .Replace("requirements:\n", $"{section}\nrequirements:\n", StringComparison.Ordinal);
}
