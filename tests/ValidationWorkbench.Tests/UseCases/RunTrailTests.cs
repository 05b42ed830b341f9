using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>The audit trail of a run as documents cite it.</summary>
public sealed class RunTrailTests
{
    [Fact]
    public async Task The_trail_ends_at_the_head_of_the_assessment_and_leaves_other_runs_out()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await RefuseAsync(bench);
        await bench.PlanAsync();
        await bench.AssessAsync(runId);
        var entry = Entry(bench, runId);
        var trail = RunTrail.Read(bench.Records, entry);

        Assert.Equal([AuditAction.RunPlanned, AuditAction.RunStarted, AuditAction.RunCompleted, AuditAction.Refused],
            trail.Entries.Select(found => found.Record.Entry.Action).Where(action => action != AuditAction.WarmedUp));
        Assert.All(trail.Entries, found => Assert.True(found.Record.Entry.RunId == runId || found.Record.Entry.RunId.Length == 0));
        Assert.Equal((AuditAction.TrialFinished, 6), trail.Calls.Select(tally => (tally.Action, tally.Count)).Single());
        Assert.Equal(entry.HeadSequence + 1, trail.Assessment!.Record.Sequence);
        using (var context = bench.Records.CreateReader())
        {
            var own = await context.AuditRecords.CountAsync(record => record.Sequence <= entry.HeadSequence && record.Sequence > 1
                && (record.RunId == runId || record.RunId == ""));
            Assert.Equal(own, trail.ByAction.Sum(tally => tally.Count));
        }

        var key = bench.Records.CheckpointKey.ToString();
        await RefuseAsync(bench);
        await bench.SendAsync(new RotateKey { Actor = RunBench.Tester, Reason = "a test" });
        await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });
        var later = RunTrail.Read(bench.Records, entry);
        Assert.NotEqual(key, bench.Records.CheckpointKey.ToString());
        Assert.Equal((key, trail.Assessment!.Hash), (later.CheckpointKey, later.Assessment!.Hash));
        Assert.Equal(trail.Entries.Select(found => found.Hash), later.Entries.Select(found => found.Hash));
    }

    /// <summary>A request that is refused and leaves a record.</summary>
    private static Task<InputException> RefuseAsync(RunBench bench) =>
        Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new IssueDocuments
        {
            Actor = RunBench.Tester,
            RunId = "R-none",
            OutFolder = bench.Folder.PathOf("out")
        }));

    private static AssessmentEntry Entry(RunBench bench, string runId)
    {
        using var context = bench.Records.CreateReader();
        return context.Assessments.AsNoTracking().Single(entry => entry.RunId == runId);
    }
}
