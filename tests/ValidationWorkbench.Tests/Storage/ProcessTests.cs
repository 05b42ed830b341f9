using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Verification;
using Xunit;
using Xunit.Abstractions;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>
/// Real processes that append, are killed, and follow one another. <c>VWB_KILLS</c> sets the number of kills: 25 unless given, 200 before a release.
/// </summary>
public sealed class ProcessTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualKills = 25, Callers = 8;

    private readonly TemporaryFolder folder = new();
    private readonly FaultLog faults = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_9_loses_no_acknowledged_record_and_breaks_no_chain()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("VWB_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : UsualKills;
        var random = new SplitMix64(2026);
        var trail = new TrailVerifier(faults);
        var acknowledgedInAll = 0L;
        for (var round = 0; round < kills; round++)
        {
            using var child = new AppendingChild(folder.Root, Callers, 1_000_000, 1, $"K{round}");
            var acknowledged = await child.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextIndex(120)));
            acknowledgedInAll += acknowledged.Count;
            await VerifyAsync(trail, acknowledged);
        }

        output.WriteLine($"{kills} kills, {acknowledgedInAll} records acknowledged, {trail.Count} stored, SQLite {SqliteLibrary.Version}");
        await using var records = Records.Open(folder.Root, TimeProvider.System);
        var head = await records.AppendAsync(new RecordBatch(Records.Entry()));

        // The start may have had to put on record that it recovered.
        Assert.InRange(head.Records, trail.Count + 1, trail.Count + 2);
        Assert.Equal("ok", Records.Text(folder.Root, "pragma integrity_check"));
    }

    [Fact]
    public async Task Four_processes_take_turns_and_make_one_chain_without_gaps()
    {
        const int callers = 50, each = 10, turns = 5;
        var children = Enumerable.Range(0, 4).Select(number => new AppendingChild(folder.Root, callers, each, turns, $"P{number}")).ToList();
        var acknowledged = (await Task.WhenAll(children.Select(child => child.FinishAsync()))).SelectMany(heads => heads).ToList();
        children.ForEach(child => child.Dispose());

        Assert.Equal(Enumerable.Range(2, 10_000).Select(sequence => (long)sequence), acknowledged.Select(head => head.Records).Order());
        var trail = new TrailVerifier(faults);
        await VerifyAsync(trail, acknowledged);
        Assert.Equal(10_001, trail.Count);
    }

    /// <summary>Goes on verifying where it stopped last time, and looks up every acknowledged record with its evidence.</summary>
    private async Task VerifyAsync(TrailVerifier trail, IReadOnlyList<LedgerHead> acknowledged)
    {
        // Reading rolls back what the kill cut short, as the next start would.
        await using var records = RecordsFolder.OpenForReading(folder.Root);
        using var context = records.CreateReader();
        var from = trail.Count;
        var found = new Dictionary<long, (string Hash, string Evidence)>();
        foreach (var stored in context.AuditRecords.AsNoTracking().Where(record => record.Sequence > from).OrderBy(record => record.Sequence).AsEnumerable())
        {
            Assert.True(trail.Add(Audit.Make.Row(stored), out _));
            var entry = AuditRecordReader.Read(stored.Bytes).Entry;
            found[stored.Sequence] = (Convert.ToHexStringLower(stored.Hash), entry.Attachments.Count > 0 ? entry.Attachments[0].Sha256 : string.Empty);
        }

        Assert.Empty(faults.Faults);
        Assert.All(acknowledged, head => Assert.Equal(head.Hash, found[head.Records].Hash));
        var evidence = context.Evidence.AsNoTracking().ToDictionary(entry => entry.Sha256);
        Assert.All(acknowledged, head => records.ReadEvidence(evidence[found[head.Records].Evidence]));
        Assert.Equal(context.AuditRecords.Count(record => record.Action == AuditAction.TrialFinished), context.Trials.Count());
    }
}
