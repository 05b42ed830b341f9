using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class WarmUpTests
{
    [Fact]
    public async Task Each_model_is_asked_once_before_its_first_trial_and_the_reply_is_evidence_and_no_trial()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(call.Number <= 2 + 2 ? 1 : 4, call.Model), On, cases: 3);
        var runId = await bench.PlanAsync();
        var executed = await bench.ExecuteAsync(runId);

        Assert.Equal((6, 8, 160L), (executed.Progress.Finished, bench.Questions.Count, (executed.Progress.Baseline + executed.Progress.Candidate).Total));
        Assert.Equal(["m-old", "m-new"], bench.Questions.Take(2).Select(call => call.Model));
        Assert.Equal(bench.Questions.Take(2).Select(call => call.Text).Order(), bench.Questions.Skip(2).Select(call => call.Text).Intersect(bench.Questions.Take(2).Select(call => call.Text)).Order());
        Assert.Equal([AuditAction.WarmedUp, AuditAction.WarmedUp], bench.Trail().Select(record => record.Action).Where(action => action == AuditAction.WarmedUp));
        Assert.Equal(6, bench.Attempts(runId).Count);
        Assert.Equal(6, (await bench.AssessAsync(runId)).Total.Passed);
        Assert.True((await bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task Its_tokens_count_in_the_budget_also_of_a_later_start()
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model, tokens: 500), plan => On(plan).Replace("requirements:\n", "budgets:\n  maxTokens: 3500\nrequirements:\n", StringComparison.Ordinal), cases: 3);
        var runId = await bench.PlanAsync();

        Assert.Equal((1, 3000L), Of(await bench.ExecuteAsync(runId)));
        await bench.ExecuteAsync(runId);
        await bench.ExecuteAsync(runId);
        Assert.InRange(bench.Questions.Count, 3, 4);
    }

    [Fact]
    public async Task A_recording_holds_none_so_that_it_plays_as_it_was_recorded()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(call.Number <= 2 + 2 ? 1 : 4, call.Model), On, cases: 3);
        var folder = bench.Folder.PathOf("recording");
        var asked = await bench.PlanAsync();
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = asked, RecordFolder = folder });
        var played = await bench.PlanAsync(folder);
        await bench.SendAsync(new ExecuteRun { Actor = RunBench.Tester, RunId = played, ReplayFolder = folder });

        Assert.Equal(8, bench.Questions.Count);
        Assert.Equal((await bench.AssessAsync(asked)).ResultsSha256, (await bench.AssessAsync(played)).ResultsSha256);
    }

    private static (int Finished, long Tokens) Of(ExecutedRun executed) => (executed.Progress.Finished, (executed.Progress.Baseline + executed.Progress.Candidate).Total);

    private static string On(string plan) => plan.Replace("warmUp: false", "warmUp: true", StringComparison.Ordinal);
}
