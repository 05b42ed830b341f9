using System.Globalization;
using System.Runtime.InteropServices;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>Records and their anchor: what is signed, what a crash leaves, and what is an alarm.</summary>
public sealed class AnchoredRecordsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Anchor => AnchorFile.DefaultFor(folder.Root);

    private string KeyFile => SigningKey.PathFor(Anchor);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whatever_is_acknowledged_is_under_a_checkpoint()
    {
        await using var records = Records.Open(folder.Root);
        for (var i = 1; i <= 9; i++)
        {
            var head = await records.AppendAsync(new RecordBatch(Records.Entry()));
            Assert.Equal(new Checkpoint(Checkpoint.OriginOf(Records.LogId), i + 1, head.Root), Last());
        }

        Assert.Equal(Last().RootHash, Root());
        Assert.Equal(Last().RootHash, records.ReadHead().Root);
    }

    [Fact]
    public async Task A_group_of_many_callers_costs_one_checkpoint()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry()))));
        }

        Assert.InRange(Notes().Length, 1, 250);
        Assert.Equal((501L, Root()), (Last().Size, Last().RootHash));
    }

    [Fact]
    public async Task The_heads_of_one_group_have_the_roots_of_their_own_sizes()
    {
        await using var records = Records.Open(folder.Root);
        var heads = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry()))));

        using var context = records.CreateReader();
        var hashes = context.AuditRecords.OrderBy(record => record.Sequence).Select(record => record.Hash).ToList();
        Assert.All(heads, head => Assert.Equal(Convert.ToHexStringLower(MerkleTree.Root(hashes.Take((int)head.Records))), head.Root));
    }

    [Fact]
    public async Task An_anchor_may_be_named_and_is_used_in_place_of_the_one_beside_the_folder()
    {
        var named = folder.PathOf("../volume/log.anchor");
        await using (var records = RecordsFolder.OpenForWriting(folder.Root, new SettableClock(), Records.Host, () => Records.LogId, anchorPath: named))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.True(File.Exists(named) && File.Exists($"{named}.key") && !File.Exists(Anchor) && !File.Exists(KeyFile));
    }

    [Fact]
    public void An_anchor_within_the_records_is_refused() => Assert.EndsWith(
        "lies within the records. Checkpoints kept there would be replaced together with them; name a file outside with --anchor.",
        Faults.OnlyOf(() => RecordsFolder.OpenForWriting(folder.Root, new SettableClock(), Records.Host, () => Records.LogId, anchorPath: folder.PathOf("log.anchor"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_checkpoint_that_a_crash_prevented_is_made_up_for_and_put_on_record()
    {
        await AppendAsync(3);
        var before = Notes();
        Write(string.Concat(before[..^1]));
        CutOff();

        await Records.Open(folder.Root).DisposeAsync();

        Assert.Equal((5L, Root()), (Last().Size, Last().RootHash));
        var recovered = Entries()[^1];
        Assert.Equal((AuditAction.Recovered, "Behind the last checkpoint, over 3 records, 1 more were found."), (recovered.Action, recovered.Reason));
        Assert.Contains("\"records\":4,\"root\":", recovered.After, StringComparison.Ordinal);
        Assert.StartsWith(string.Concat(before[..^1]), File.ReadAllText(Anchor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_that_a_crash_cut_short_is_made_up_for()
    {
        await AppendAsync(3);
        Write(File.ReadAllText(Anchor)[..^30]);
        CutOff();

        await AppendAsync(1);

        Assert.Equal((6L, Root()), (Last().Size, Last().RootHash));
        Assert.Equal(AuditAction.Recovered, Entries()[^2].Action);
    }

    [Fact]
    public async Task A_crash_before_the_first_checkpoint_is_made_up_for()
    {
        await AppendAsync(1);
        File.Delete(Anchor);
        CutOff();

        await Records.Open(folder.Root).DisposeAsync();

        Assert.Equal((3L, Root()), (Last().Size, Last().RootHash));
        Assert.Equal(AuditAction.Recovered, Entries()[^1].Action);
    }

    [Fact]
    public async Task Nothing_is_recorded_where_nothing_was_left_behind()
    {
        await AppendAsync(2);
        await Records.Open(folder.Root).DisposeAsync();

        Assert.Equal(3, Entries().Count);
    }

    [Fact]
    public async Task Records_cut_off_at_the_end_are_an_alarm_and_nothing_is_written()
    {
        await AppendAsync(3);
        Records.Forge(folder.Root, "delete from AuditRecords where Sequence = 4");

        AssertAlarm("TRUNCATION: the last checkpoint in ANCHOR covers 4 records, but there are 3. Records were taken away, or an old copy was put in their place.");
    }

    [Fact]
    public async Task Records_that_are_gone_altogether_are_an_alarm()
    {
        await AppendAsync(1);
        Directory.Delete(folder.Root, recursive: true);

        AssertAlarm("TRUNCATION: ANCHOR holds checkpoints, but the records are empty. Where records were put aside on purpose, their anchor and its key must be put aside with them.", reads: false);
    }

    [Fact]
    public async Task A_record_in_the_middle_that_is_gone_is_an_alarm()
    {
        await AppendAsync(3);
        Records.Forge(folder.Root, "delete from AuditRecords where Sequence = 2");

        AssertAlarm("record 2 is missing from the audit trail, or its hash is none.");
    }

    [Fact]
    public async Task A_history_written_anew_with_right_hashes_is_an_alarm()
    {
        await AppendAsync(3);
        await RebuildAsync(4, "E-2");

        AssertAlarm("the 4 records under the last checkpoint in ANCHOR are not those it was made of: root ");
    }

    [Fact]
    public async Task A_longer_history_written_anew_is_an_alarm_as_well()
    {
        await AppendAsync(3);
        await RebuildAsync(6, "E-2");

        AssertAlarm("the 4 records under the last checkpoint in ANCHOR are not those it was made of: root ");
    }

    [Fact]
    public async Task The_anchor_of_another_log_is_an_alarm()
    {
        await AppendAsync(2);
        Write(new Checkpoint(Checkpoint.OriginOf(Guid.Empty), 3, Root()).Sign(SigningKey.Load(KeyFile).Key) + "\n");

        AssertAlarm("the last checkpoint in ANCHOR does not hold: it is of validation-workbench/00000000000000000000000000000000, the records are of ");
    }

    [Fact]
    public async Task A_checkpoint_that_somebody_else_signed_is_an_alarm()
    {
        await AppendAsync(2);
        using var stranger = SigningKey.Create(folder.PathOf("stranger.key"));
        Write(new Checkpoint(Checkpoint.OriginOf(Records.LogId), 3, Root()).Sign(stranger.Key) + "\n");

        AssertAlarm("the last checkpoint in ANCHOR does not hold: The checkpoint over 3 records is not signed with the key ");
    }

    [Fact]
    public async Task A_key_that_the_records_do_not_name_is_an_alarm()
    {
        await AppendAsync(2);
        File.Delete(KeyFile);
        SigningKey.Create(KeyFile).Dispose();

        AssertAlarm("the key beside ANCHOR is not the one that the records name for their checkpoints, ");
    }

    [Fact]
    public async Task A_lost_key_stops_the_writing_but_not_the_reading()
    {
        await AppendAsync(2);
        File.Delete(KeyFile);

        Assert.StartsWith($"{KeyFile}: the key of the checkpoints is missing.", Faults.OnlyOf(() => Records.Open(folder.Root)), StringComparison.Ordinal);
        Assert.Equal(3, Entries().Count);
    }

    [Fact]
    public async Task Records_behind_the_last_checkpoint_that_do_not_follow_are_an_alarm()
    {
        await AppendAsync(3);
        Write(string.Concat(Notes()[..^2]));
        CutOff();
        Records.Forge(folder.Root, "update AuditRecords set Bytes = (select Bytes from AuditRecords where Sequence = 2) where Sequence = 3");

        AssertAlarm("record 3, which no checkpoint covers yet, is not the one that follows the record before.");
    }

    [Fact]
    public async Task More_records_behind_the_last_checkpoint_than_a_commit_can_leave_are_an_alarm()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            await Task.WhenAll(Enumerable.Range(0, (int)Ledger.LongestTail).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry()))));
        }

        var notes = Notes();
        File.Delete(Anchor);
        AssertAlarm("there are 2052 records, but ANCHOR holds no checkpoint of them: it is missing, or not their anchor. Name the right one with --anchor.".Replace("2052", $"{Ledger.LongestTail + 2}", StringComparison.Ordinal), hasAnchor: false);
        Write(notes[0]);
        CutOff();
        await Records.Open(folder.Root).DisposeAsync();
        Assert.Equal(AuditAction.Recovered, Entries()[^1].Action);
        Write(notes[0]);
        AssertAlarm($"{Ledger.LongestTail + 1} records follow the last checkpoint in ANCHOR, more than one commit can leave behind");
    }

    [Fact]
    public async Task Where_no_checkpoint_can_be_kept_nothing_is_acknowledged_and_the_next_start_says_so()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using (var records = Records.Open(folder.Root))
        {
            FillDiskOf(Anchor);
            var fault = await Assert.ThrowsAsync<RecordsUnavailableException>(() => records.AppendAsync(new RecordBatch(Records.Entry())));
            Assert.StartsWith("no checkpoint could be kept for them: ", fault.Message, StringComparison.Ordinal);
            Assert.Same(fault, await Assert.ThrowsAsync<RecordsUnavailableException>(() => records.AppendAsync(new RecordBatch(Records.Entry()))));
        }

        await Records.Open(folder.Root).DisposeAsync();
        Assert.Equal([AuditAction.LogCreated, AuditAction.Refused, AuditAction.Recovered], Entries().Select(entry => entry.Action));
    }

    [Fact]
    public void An_anchor_that_a_link_leads_into_the_records_is_refused()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Directory.CreateDirectory(folder.PathOf("inner"));
        var (link, file) = (folder.PathOf("../link"), folder.PathOf("../file.anchor"));
        File.CreateSymbolicLink(link, folder.PathOf("inner"));
        File.CreateSymbolicLink(file, "link/log.anchor");

        Assert.All([Path.Combine(link, "log.anchor"), file], anchor => Assert.Contains("lies within the records.", RefusalOf(anchor), StringComparison.Ordinal));
    }

    [Fact]
    public void An_anchor_that_is_a_device_is_refused()
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.EndsWith("/dev/zero is a pipe, a socket or a device, and no file.", RefusalOf("/dev/zero"), StringComparison.Ordinal);
        }
    }

    private string RefusalOf(string anchor) =>
        Faults.OnlyOf(() => RecordsFolder.OpenForWriting(folder.Root, new SettableClock(), Records.Host, () => Records.LogId, anchorPath: anchor));

    /// <summary>From now on whoever has the file open writes to a full disk.</summary>
    private static void FillDiskOf(string path)
    {
        var number = Directory.EnumerateFiles("/proc/self/fd").Where(entry => new FileInfo(entry).LinkTarget == path).Select(entry => int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture)).Single();
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        Assert.Equal(number, Duplicate((int)full.DangerousGetHandle(), number));
    }

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int from, int to);

    [Theory]
    [InlineData(2, "1 records follow the last checkpoint in ANCHOR, over 2 records")]
    [InlineData(0, "3 records follow the last checkpoint in ANCHOR, over 0 records")]
    public async Task Records_behind_the_last_checkpoint_after_a_proper_end_are_an_alarm_and_get_no_checkpoint(int checkpoints, string message)
    {
        await AppendAsync(2);
        Write(checkpoints == 0 ? string.Empty : Notes()[0]);

        AssertAlarm($"{message}, although the last process that wrote ended properly: ANCHOR.open is not there.");
    }

    [Fact]
    public async Task The_mark_of_a_process_at_work_stands_from_before_its_first_record_until_its_end()
    {
        await using (var records = Records.Open(folder.Root))
        {
            Assert.True(File.Exists($"{Anchor}.open"));
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.False(File.Exists($"{Anchor}.open"));
    }

    /// <summary>Leaves what a process leaves that was cut off.</summary>
    private void CutOff() => File.WriteAllText($"{Anchor}.open", string.Empty);

    private void AssertAlarm(string message, bool reads = true, bool hasAnchor = true)
    {
        var (anchor, count) = (hasAnchor ? File.ReadAllText(Anchor) : null, reads ? Records.Count(folder.Root, "AuditRecords") : 0);

        var alarm = Assert.Throws<IntegrityException>(() => Records.Open(folder.Root));

        Assert.StartsWith(message, alarm.Message.Replace(Anchor, "ANCHOR", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(anchor, hasAnchor ? File.ReadAllText(Anchor) : null);
        if (reads)
        {
            Assert.Equal(count, Records.Count(folder.Root, "AuditRecords"));
            RecordsFolder.OpenForReading(folder.Root).DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private async Task AppendAsync(int count)
    {
        await using var records = Records.Open(folder.Root);
        for (var i = 0; i < count; i++)
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }
    }

    /// <summary>Puts another history in place of the records: right in itself, under the same log and key.</summary>
    private async Task RebuildAsync(int count, string id)
    {
        var elsewhere = folder.PathOf("../elsewhere");
        File.Copy(KeyFile, $"{elsewhere}.anchor.key");
        await using (var records = Records.Open(elsewhere))
        {
            for (var i = 1; i < count; i++)
            {
                await records.AppendAsync(new RecordBatch(Records.Entry(id)));
            }
        }

        File.Copy(Path.Combine(elsewhere, "workbench.db"), folder.PathOf("workbench.db"), overwrite: true);
    }

    private string[] Notes() => [.. File.ReadAllText(Anchor).Split("validation-workbench/", StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2).Select(parts => $"validation-workbench/{parts[0]}validation-workbench/{parts[1]}")];

    private void Write(string text) => File.WriteAllText(Anchor, text);

    /// <summary>The last checkpoint, opened with the key that the first record names.</summary>
    private Checkpoint Last()
    {
        var vkey = System.Text.Json.JsonDocument.Parse(Entries()[0].After!).RootElement.GetProperty("vkey").GetString()!;
        return Checkpoint.Open(AnchorFile.ReadLast(Anchor), NoteKey.Parse(vkey));
    }

    private List<AuditEntry> Entries()
    {
        using var context = Reader();
        return [.. context.AuditRecords.OrderBy(record => record.Sequence).AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes).Entry)];
    }

    private string Root()
    {
        using var context = Reader();
        return Convert.ToHexStringLower(MerkleTree.Root(context.AuditRecords.OrderBy(record => record.Sequence).Select(record => record.Hash).AsEnumerable()));
    }

    private WorkbenchDbContext Reader() => RecordsFolder.OpenForReading(folder.Root).CreateReader();
}
