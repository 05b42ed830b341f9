using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Behaviors;

public sealed class AuditBehaviorTests
{
    [Fact]
    public async Task A_refused_request_is_on_record_with_who_asked_and_why_it_was_refused()
    {
        await using var bench = Open();
        await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(bench.PlanRequest() with { Model = "newer" }));

        using var context = bench.Records.CreateReader();
        var entry = AuditRecordReader.Read(context.AuditRecords.OrderBy(record => record.Sequence).Last().Bytes).Entry;
        Assert.Equal((AuditAction.Refused, "request", "PlanRun", RunBench.Tester), (entry.Action, entry.EntityType, entry.EntityId, entry.Actor));
        Assert.Equal($"plan a run of newer by {bench.PlanPath}: --model: found \"newer\", which is no model of the plan; allowed: old, new.", entry.Reason);
    }

    [Fact]
    public async Task A_request_refused_by_its_validation_is_on_record_as_well()
    {
        await using var bench = Open();
        await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(bench.PlanRequest() with { Repeats = 2 }));

        Assert.Equal((AuditAction.Refused, $"plan a run of new by {bench.PlanPath}: --repeats: an odd number from 1 to 25 is needed."), bench.Trail()[^1]);
    }

    [Fact]
    public async Task A_long_reason_is_cut_and_on_record()
    {
        await using var bench = Open();
        await File.WriteAllTextAsync(bench.PlanPath, string.Concat(Enumerable.Range(0, 200).Select(i => $"unknown{i:D3}: 1\n")));
        await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        var (action, reason) = bench.Trail()[^1];
        Assert.Equal((AuditAction.Refused, $"plan a run of new by {bench.PlanPath}: ".Length + 2000), (action, reason!.Length));
    }

    [Fact]
    public async Task Evidence_that_was_altered_stops_a_request_and_that_is_on_record()
    {
        await using var bench = Open();
        var runId = await bench.PlanAsync();
        var file = Directory.GetFiles(Path.Combine(bench.RecordsPath, "evidence"))[0];
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.AsSpan().IndexOf("VP-BENCH"u8)] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThrowsAsync<IntegrityException>(() => bench.ExecuteAsync(runId));

        var (action, reason) = bench.Trail()[^1];
        Assert.Equal(AuditAction.Refused, action);
        Assert.StartsWith($"execute run {runId}: evidence ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_changes_nothing_leaves_no_record()
    {
        await using var bench = Open();
        await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new CheckPlan("none.yaml")));
        await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new ShowRun("none")));

        Assert.Empty(bench.Trail());
    }

    [Fact]
    public async Task A_successful_request_records_itself_once()
    {
        await using var bench = Open();
        await bench.PlanAsync();

        Assert.Equal([AuditAction.LogCreated, AuditAction.RunPlanned], bench.Trail().Select(record => record.Action));
        Assert.Empty(Chain.FaultsIn(bench.Records));
    }

    private static RunBench Open() => new(call => LoopbackAnswer.Category(4, call.Model));
}
