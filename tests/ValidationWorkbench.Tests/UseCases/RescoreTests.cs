using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Assessments after the first: beside it, never over it, and from the stored replies alone.</summary>
public sealed class RescoreTests
{
    [Fact]
    public async Task The_same_plan_gives_the_same_numbers_in_a_new_assessment_and_asks_no_model()
    {
        await using var bench = Open();
        var first = await RunAsync(bench);
        var asked = bench.Questions.Count;

        var second = await bench.SendAsync(Again(first.Run.Id));

        Assert.Equal(asked, bench.Questions.Count);
        Assert.Equal((first.ResultsSha256, 2), (second.ResultsSha256, second.Number));
        Assert.Equal([1, 2], Assessments(bench).Select(entry => entry.Number));
        Assert.True((await bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Assessing_without_being_asked_to_again_adds_nothing()
    {
        await using var bench = Open();
        var first = await RunAsync(bench);

        Assert.Equal(1, (await bench.AssessAsync(first.Run.Id)).Number);
        Assert.Single(Assessments(bench));
    }

    [Fact]
    public async Task Criteria_of_another_plan_decide_and_make_the_outcome_a_demonstration()
    {
        await using var bench = Open();
        var first = await RunAsync(bench);
        var other = bench.Folder.Write("other.yaml", (await File.ReadAllTextAsync(bench.PlanPath)).Replace("limit: 0.35", "limit: 0.99", StringComparison.Ordinal));
        var sha256 = Sha256Hex.Of(await File.ReadAllBytesAsync(other));

        var second = await bench.SendAsync(Again(first.Run.Id) with { PlanPath = other, Reason = "asked by QA" });
        File.Delete(other);

        Assert.Equal((Outcome.Go, Outcome.Undecided), (first.Recommendation.Outcome, second.Recommendation.Outcome));
        Assert.Equal(
            ["The plan asks for one repeat; evidence needs at least three.", $"The criteria are those of plan VP-BENCH version 1 (sha256 {sha256}), which was not frozen with the run: they were chosen when its results could be known."], second.Recommendation.DemonstrationReasons);
        Assert.StartsWith("Assessed again by another plan: \"asked by QA\". ", bench.Trail()[^1].Reason, StringComparison.Ordinal);
        Assert.Equal([first.PlanSha256, sha256], Assessments(bench).Select(entry => entry.PlanSha256));
        Assert.True((await bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Documents_follow_the_frozen_plan_unless_an_assessment_is_named()
    {
        await using var bench = Open();
        var first = await RunAsync(bench);
        var other = bench.Folder.Write("other.yaml", (await File.ReadAllTextAsync(bench.PlanPath)).Replace("limit: 0.35", "limit: 0.99", StringComparison.Ordinal));
        var second = await bench.SendAsync(Again(first.Run.Id) with { PlanPath = other, Reason = "asked by QA" });

        await bench.SendAsync(Issue(bench, first.Run.Id, null));
        Assert.Contains(first.ResultsSha256, RunJson(bench, first.Run.Id), StringComparison.Ordinal);
        await bench.SendAsync(Issue(bench, first.Run.Id, 2));
        Assert.Contains(second.ResultsSha256, RunJson(bench, first.Run.Id), StringComparison.Ordinal);
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(Issue(bench, first.Run.Id, 3)));
        Assert.Equal($"--assessment: run {first.Run.Id} has assessments 1 to 2.", exception.Message);
    }

    [Fact]
    public async Task A_fault_of_our_own_scorer_makes_the_run_invalid_and_never_looks_like_a_bad_model()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), scorer: (task, key, testCase, reply) =>
            key is { CaseId: "C-02", Role: ModelRole.Candidate } ? throw new InvalidOperationException("broke") : CategorizationScorer.Score(key, testCase, reply));
        var run = await RunAsync(bench);

        Assert.Equal(Outcome.Invalid, run.Recommendation.Outcome);
        Assert.Equal(
            ["The workbench's own scorer failed once, which says nothing about the models; please report it. First: C-02/Candidate/1: InvalidOperationException: broke"],
            run.Recommendation.Reasons);
        var candidate = run.Assessment.Totals[1];
        Assert.Equal((3, 2, 0, 0, 1), (candidate.Planned, candidate.Passed, candidate.Failed, candidate.Error, candidate.Unscored));
    }

    private static RunBench Open() => new(call => LoopbackAnswer.Category(4, call.Model), cases: 5);

    private static AssessRun Again(string runId) => new() { Actor = RunBench.Tester, RunId = runId, Again = true };

    private static IssueDocuments Issue(RunBench bench, string runId, int? assessment) =>
        new() { Actor = RunBench.Tester, RunId = runId, Assessment = assessment, OutFolder = bench.Folder.PathOf("out") };

    private static string RunJson(RunBench bench, string runId) => File.ReadAllText(bench.Folder.PathOf($"out/{runId}/run.json"));

    private static async Task<AssessedRun> RunAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        return await bench.AssessAsync(runId);
    }

    private static List<AssessmentEntry> Assessments(RunBench bench)
    {
        using var context = bench.Records.CreateReader();
        return [.. context.Assessments.OrderBy(entry => entry.Number)];
    }
}
