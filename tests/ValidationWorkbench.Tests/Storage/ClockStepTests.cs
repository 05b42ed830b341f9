using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Audit;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class ClockStepTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SettableClock clock = new() { Now = Noon };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_clock_that_is_set_back_is_on_record_once_and_never_takes_the_log_back()
    {
        await AppendAsync(Noon, Noon.AddHours(-3), Noon.AddHours(-3).AddMinutes(1));

        var trail = await ReadAsync();
        Assert.Equal([AuditAction.LogCreated, AuditAction.Refused, AuditAction.ClockStepped, AuditAction.Refused, AuditAction.Refused], trail.Select(record => record.Entry.Action));
        Assert.All(trail, record => Assert.Equal(Microseconds.Of(Noon), record.AtMicros));
        Assert.Equal([0L, 0, 180, 180, 179], trail.Select(record => (record.AtMicros - record.OccurredMicros) / 60_000_000));
        var told = new AlcoaEvaluation(SampleTrail.Facts, null);
        trail.ForEach(told.Add);
        Assert.DoesNotContain(told.Finish().Results.Single(result => result.Attribute == AlcoaPrinciple.Contemporaneous).Checks, check => check.Outcome == AlcoaOutcome.Fail);
        var step = trail[2].Entry;
        Assert.Equal(("clock", "test-host", "The time of day is 10800.000000 s behind that of the record before."), (step.EntityType, step.EntityId, step.Reason));
        Assert.StartsWith("""{"time":"2026-11-21T12:00:00.000000Z","monotonicMicros":""", step.Before, StringComparison.Ordinal);
        Assert.StartsWith("""{"time":"2026-11-21T09:00:00.000000Z","monotonicMicros":""", step.After, StringComparison.Ordinal);
        Assert.Contains($"record 3: {step.Reason}", (await Verify.FolderAsync(folder.Root)).Remarks);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_of_the_running_time_is_on_record()
    {
        await using (var records = Records.Open(folder.Root, clock))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            clock.Set(Noon.AddMinutes(10));
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        var step = Assert.Single(await ReadAsync(), record => record.Entry.Action == AuditAction.ClockStepped);
        Assert.Matches(@"^The time of day moved (600\.0|599\.)\d+ s more than the machine was running since the record before: the clock was set, or the machine slept\.$", step.Entry.Reason!);
        Assert.Equal(Microseconds.Of(Noon.AddMinutes(10)), step.AtMicros);
    }

    [Fact]
    public async Task Time_that_passes_and_small_corrections_are_no_step()
    {
        await using (var records = Records.Open(folder.Root, clock))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            clock.Now = Noon.AddDays(2);
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            clock.Set(clock.Now.AddSeconds(4));
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.DoesNotContain(await ReadAsync(), record => record.Entry.Action == AuditAction.ClockStepped);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Between_two_processes_the_running_time_counts_only_under_the_same_boot(bool isSameBoot, int steps)
    {
        foreach (var (boot, ahead) in new[] { (1, 0), (isSameBoot ? 1 : 2, 10) })
        {
            clock.Set(Noon.AddMinutes(ahead));
            await using var records = RecordsFolder.OpenForWriting(folder.Root, clock, Records.Host with { BootId = new Guid(boot, 0, 0, new byte[8]) }, Guid.NewGuid);
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.Equal(steps, (await ReadAsync()).Count(record => record.Entry.Action == AuditAction.ClockStepped));
    }

    [Fact]
    public async Task A_process_that_begins_with_a_clock_behind_the_log_says_so()
    {
        await AppendAsync(Noon);
        await AppendAsync(Noon.AddDays(-1));

        Assert.Equal(AuditAction.ClockStepped, (await ReadAsync())[2].Entry.Action);
    }

    private async Task AppendAsync(params DateTimeOffset[] times)
    {
        await using var records = Records.Open(folder.Root, clock);
        foreach (var time in times)
        {
            clock.Now = time;
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }
    }

    private async Task<List<AuditRecord>> ReadAsync()
    {
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        Assert.Empty(Chain.FaultsIn(records));
        using var context = records.CreateReader();
        return [.. context.AuditRecords.OrderBy(record => record.Sequence).AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes))];
    }
}
