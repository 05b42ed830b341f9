using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class PlanRunTests
{
    [Fact]
    public async Task A_planned_run_is_frozen_and_costs_nothing()
    {
        await using var bench = Open();
        var planned = await bench.SendAsync(bench.PlanRequest());

        Assert.Equal(("R20261121-090000-0001", 3, 6), (planned.RunId, planned.Cases, planned.Calls));
        Assert.Empty(bench.Questions);
        Assert.Equal(["The plan asks for one repeat; evidence needs at least three."], planned.Demonstration);
        Assert.True(planned.Estimate.Total > 0);
        Assert.True(planned.EstimatedCost > 0);
        Assert.Equal(RunState.Planned, RunMaterial.FindRun(bench.Records, planned.RunId).State);
        Assert.Equal(planned.Configuration.Plan.Sha256, Sha256Hex.Of(await File.ReadAllBytesAsync(bench.PlanPath)));
        Assert.True(Assert.Single(planned.Configuration.CaseSets).Pinned);
    }

    [Fact]
    public async Task Everything_frozen_is_evidence_named_in_the_record()
    {
        await using var bench = Open();
        var planned = await bench.SendAsync(bench.PlanRequest());

        using var context = bench.Records.CreateReader();
        var entry = AuditRecordReader.Read(context.AuditRecords.Single(record => record.Action == AuditAction.RunPlanned).Bytes).Entry;
        Assert.Equal(RunBench.Tester, entry.Actor);
        Assert.Contains($"\"configuration\":{CanonicalJson.WriteText(planned.Configuration)}", entry.After, StringComparison.Ordinal);
        Assert.Equal(
            ["plan.yaml", "prompts/sort.md", "prompts/draft.md", "bench.yaml", .. TemplateSet.Read(ShippedFiles.Folder).Files.Select(file => Path.GetFileName(file.Name)), "configuration"],
            entry.Attachments.Select(attachment => attachment.Name));
        Assert.All(entry.Attachments, attachment => Assert.Equal(attachment.Length, bench.Records.ReadEvidence(attachment.Sha256).LongLength));
    }

    [Fact]
    public async Task Settings_that_differ_from_the_plan_are_deviations()
    {
        await using var bench = Open();
        var planned = await bench.SendAsync(bench.PlanRequest() with { Repeats = 5, Seed = 9, Concurrency = 2, Reason = " trial " });

        Assert.Equal(["5 repeats instead of 1", "seed 9 instead of 7"], planned.Configuration.Deviations);
        Assert.Equal((AuditAction.RunPlanned, "trial"), bench.Trail()[^1]);
        Assert.Equal(30, planned.Calls);
        Assert.Equal("The run departs from the frozen plan: 5 repeats instead of 1; seed 9 instead of 7.", planned.Demonstration[^1]);
    }

    [Fact]
    public async Task Settings_that_repeat_the_plan_are_none()
    {
        await using var bench = Open();
        var planned = await bench.SendAsync(bench.PlanRequest() with { Baseline = "old", Repeats = 1, Seed = 7, CasePaths = [bench.Folder.PathOf("cases")] });

        Assert.Empty(planned.Configuration.Deviations);
    }

    [Fact]
    public async Task Cases_of_ones_own_are_a_deviation_and_forgotten_documents_are_noted()
    {
        await using var bench = Open();
        var text = await File.ReadAllTextAsync(bench.Folder.PathOf("cases/bench.yaml"));
        var own = Path.GetDirectoryName(bench.Folder.Write("own/own.yaml", text.Replace("id: bench", "id: own", StringComparison.Ordinal)))!;
        var forgotten = bench.Folder.Write("own/urs.md", "text\n");
        var planned = await bench.SendAsync(bench.PlanRequest() with { CasePaths = [own], Reason = "trial" });

        Assert.Equal(["case set own, which the plan does not pin", "not every case set that the plan pins"], planned.Configuration.Deviations);
        Assert.Equal([$"{forgotten}: no case names this document; it is not used."], planned.Notes);
    }

    [Theory]
    [InlineData("newer", null, "--model: found \"newer\", which is no model of the plan; allowed: old, new.")]
    [InlineData("old", null, "--model: found \"old\", which the plan does not name as a candidate; allowed: new.")]
    [InlineData("new", "older", "--baseline: found \"older\", which is no model of the plan; allowed: old, new.")]
    public async Task An_unknown_model_is_refused_with_those_there_are(string model, string? baseline, string expected)
    {
        await using var bench = Open();
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(bench.PlanRequest() with { Model = model, Baseline = baseline }));

        Assert.Equal(expected, exception.Message);
        Assert.Empty(await bench.SendAsync(new ListRuns()));
    }

    [Fact]
    public async Task A_prompt_that_cannot_fit_the_context_window_is_refused_before_any_call()
    {
        await using var bench = new RunBench(
            call => LoopbackAnswer.Category(4, call.Model), plan => Window(plan, 8, longest: 5), cases: 2);
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Equal($"{bench.PlanPath}: model new: the context window of 8 tokens less 5 for the reply cannot hold the prompt of cases C-01, C-02: at least 8 tokens, one for eight characters. "
            + "Shorten these cases, lower maxTokens or name a model with a larger window. No call was made.", exception.Message);
        Assert.Empty(bench.Calls);
        Assert.Empty(await bench.SendAsync(new ListRuns()));
    }

    [Fact]
    public async Task A_prompt_that_may_not_fit_is_only_noted()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => Window(plan, 30, longest: 5), cases: 1);

        Assert.Equal(
            "model new: the context window of 30 tokens less 5 for the reply may not hold the prompt of case C-01: 8 to 38 tokens by a rough estimate.", Assert.Single((await bench.SendAsync(bench.PlanRequest())).Notes));
    }

    private static string Window(string plan, int tokens, int longest) => plan.Replace(
        "model: m-new", $"model: m-new\n    parameters: {{maxTokens: {longest}}}\n    connection: {{contextWindow: {tokens}}}",
            StringComparison.Ordinal);

    private static RunBench Open() => new(call => LoopbackAnswer.Category(4, call.Model));
}
