using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>
/// Attacks on real records, each by somebody who can write every file. Every attack is found; and where a defence is what finds it, the same attack is
/// shown to pass without it, so that the test cannot pass for another reason.
/// </summary>
public sealed class AttackTests : IAsyncLifetime
{
    private AttackedRecords records = null!;

    public async Task InitializeAsync() => records = await AttackedRecords.CreateAsync();

    public async Task DisposeAsync() => await records.DisposeAsync();

    [Fact]
    public async Task Untouched_records_pass_with_their_anchor_and_are_consistent_only_without()
    {
        var report = await records.VerifyAsync(packages: true);

        Assert.Equal((AuditReport.Pass, 10L, 0L), (report.Verdict, report.Records, report.CheckpointsMissing));
        Assert.Equal((report.Root, 10L), (report.Expected!.Value.Root, report.Expected!.Value.Size));
        Assert.True(report.CheckpointsChecked >= 9);
        Assert.Empty(report.Remarks);
        Assert.Equal(AuditReport.Internal, (await records.VerifyWithoutAnchorAsync()).Verdict);
    }

    [Fact]
    public async Task Attack_1_an_edited_record()
    {
        records.Forge("update AuditRecords set Bytes = cast(replace(cast(Bytes as text), 'E-8', 'E-0') as blob) where Sequence = 8");

        await AssertFoundAsync((FaultClass.Hash, 8), (FaultClass.Link, 9), (FaultClass.Column, 8), (FaultClass.Checkpoint, 8));
        await AssertFoundWithoutAnchorAsync(FaultClass.Hash);
    }

    [Fact]
    public async Task Attack_2_an_edited_column()
    {
        records.Forge("update AuditRecords set EntityId = 'E-0' where Sequence = 8");

        await AssertFoundAsync((FaultClass.Column, 8));
        await AssertFoundWithoutAnchorAsync(FaultClass.Column);
    }

    [Fact]
    public async Task Attack_3_a_deleted_record()
    {
        records.Forge("delete from AuditRecords where Sequence = 8");

        await AssertFoundAsync((FaultClass.Gap, 8), (FaultClass.Link, 9), (FaultClass.Checkpoint, 8), (FaultClass.Truncation, 10));
        await AssertFoundWithoutAnchorAsync(FaultClass.Gap);
    }

    [Fact]
    public async Task Attack_4_two_records_that_changed_places()
    {
        records.Forge("update AuditRecords set Sequence = 99 where Sequence = 8", "update AuditRecords set Sequence = 8 where Sequence = 9", "update AuditRecords set Sequence = 9 where Sequence = 99");

        await AssertFoundAsync((FaultClass.Link, 8), (FaultClass.Column, 8), (FaultClass.Time, 9), (FaultClass.Checkpoint, 8));
        await AssertFoundWithoutAnchorAsync(FaultClass.Link);
    }

    [Fact]
    public async Task Attack_5_an_edited_record_with_every_later_hash_made_again()
    {
        records.Replace(records.Read().Select(record => record.Sequence == 8 ? record with { Entry = record.Entry with { EntityId = "E-0" } } : record));

        await AssertFoundAsync((FaultClass.Checkpoint, 8));
        await AssertOnlyTheAnchorFindsItAsync();
    }

    [Fact]
    public async Task Attack_6_a_deleted_record_with_all_later_ones_numbered_and_hashed_again()
    {
        records.Replace(records.Read().Where(record => record.Sequence != 8));

        await AssertFoundAsync((FaultClass.Checkpoint, 8), (FaultClass.Truncation, 10));
        await AssertOnlyTheAnchorFindsItAsync();
    }

    [Fact]
    public async Task Attack_7_records_cut_off_at_the_end()
    {
        records.Forge("delete from AuditRecords where Sequence > 7");

        await AssertFoundAsync((FaultClass.Truncation, 8));
        await AssertOnlyTheAnchorFindsItAsync();
    }

    [Fact]
    public async Task Attack_8_only_the_last_commit_cut_off()
    {
        records.Forge("delete from AuditRecords where Sequence > 9");

        await AssertFoundAsync((FaultClass.Truncation, 10));

        // A checkpoint less often than at every commit would not have found it.
        await File.WriteAllTextAsync(records.Anchor, string.Concat(records.Notes()[..^1]));
        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync()).Verdict);
    }

    [Fact]
    public async Task Attack_9_an_old_copy_put_in_place()
    {
        await using (var later = Records.Open(records.Folder))
        {
            File.Copy(Path.Combine(records.Folder, "workbench.db"), records.PathOf("old.db"));
            await later.AppendAsync(new RecordBatch(Records.Entry("E-11")));
        }

        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync()).Verdict);
        File.Copy(records.PathOf("old.db"), Path.Combine(records.Folder, "workbench.db"), overwrite: true);

        await AssertFoundAsync((FaultClass.Truncation, 11));
        await AssertOnlyTheAnchorFindsItAsync();
    }

    [Fact]
    public async Task Attack_10_a_log_built_anew()
    {
        var key = records.PathOf("vkey.txt");
        await File.WriteAllTextAsync(key, (await records.VerifyAsync()).Keys[0].Key);
        await records.FillAsync(records.PathOf("other"), lastEntity: "E-0");
        Directory.Delete(records.Folder, recursive: true);
        Directory.Move(records.PathOf("other"), records.Folder);

        var report = await records.VerifyAsync();
        Assert.Contains(report.Classes, entry => entry.Class == FaultClass.Checkpoint);
        Assert.Contains(report.Classes, entry => entry.Class == FaultClass.Signature);
        await AssertOnlyTheAnchorFindsItAsync();

        // With its own anchor put in place as well, the log passes; a key known from outside tells it.
        File.Move(records.PathOf("other.anchor"), records.Anchor, overwrite: true);
        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync()).Verdict);
        Assert.Equal([FaultClass.Key], (await records.VerifyAsync(key)).Classes.Select(entry => entry.Class));
    }

    [Fact]
    public async Task Attack_11_a_record_added_in_the_database()
    {
        Append("E-11");

        await AssertFoundAsync((FaultClass.Tail, 11));
        await AssertOnlyTheAnchorFindsItAsync();

        // The process before ended properly, so that no crash explains it: the next start signs nothing.
        var exception = Assert.Throws<IntegrityException>(() => Records.Open(records.Folder));
        Assert.Contains("although the last process that wrote ended properly", exception.Message, StringComparison.Ordinal);
        await AssertFoundAsync((FaultClass.Tail, 11));

        // After a crash it cannot be told from what that leaves: the start says on record what it found, and the verification repeats it.
        await File.WriteAllTextAsync($"{records.Anchor}.open", string.Empty);
        await Records.Open(records.Folder).DisposeAsync();
        var report = await records.VerifyAsync();
        Assert.Equal(AuditReport.Pass, report.Verdict);
        Assert.Contains(report.Remarks, remark => remark.Contains("Behind the last checkpoint, over 10 records, 1 more were found.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attack_11_a_record_added_while_a_process_writes()
    {
        await using (var writer = Records.Open(records.Folder))
        {
            Append("E-11");

            var exception = await Assert.ThrowsAsync<IntegrityException>(() => writer.AppendAsync(new RecordBatch(Records.Entry())));
            Assert.StartsWith("the audit trail ends with record 11, which this process did not write", exception.Message, StringComparison.Ordinal);
            Assert.Same(exception, await Assert.ThrowsAsync<IntegrityException>(() => writer.AppendAsync(new RecordBatch(Records.Entry()))));
        }

        // Nobody signed for it, and the end of that process was a proper one.
        await AssertFoundAsync((FaultClass.Tail, 11));
        Assert.Contains("ended properly", Assert.Throws<IntegrityException>(() => Records.Open(records.Folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public async Task Records_that_were_cut_back_stop_the_next_start(long kept)
    {
        records.Forge($"delete from AuditRecords where Sequence > {kept}");

        var exception = Assert.Throws<IntegrityException>(() => Records.Open(records.Folder));
        Assert.Contains("TRUNCATION", exception.Message, StringComparison.Ordinal);
        await AssertFoundAsync((FaultClass.Truncation, kept + 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_of_his_own_that_the_key_before_did_not_sign(bool withSignature)
    {
        using var thief = new TestAnchor(Records.LogId);
        Rotate(thief, withSignature);
        Append("E-12");

        // In the records alone.
        await AssertFoundAsync((FaultClass.Key, 11), (FaultClass.Tail, 11));
        await AssertFoundWithoutAnchorAsync(FaultClass.Key);
        AssertRefused();

        // With a checkpoint of his own, and with his key in place of the one before.
        await File.AppendAllTextAsync(records.Anchor, thief.Note(records.Leaves()));
        await AssertFoundAsync((FaultClass.Key, 11), (FaultClass.Signature, 12));
        AssertRefused();
        Records.WriteKey($"{records.Anchor}.key", thief.Pem);
        AssertRefused();
    }

    [Theory]
    [InlineData(".key")]
    [InlineData(".key.next")]
    public async Task A_key_of_his_own_that_the_next_start_is_to_bring_in(string file)
    {
        using var thief = new TestAnchor(Records.LogId);
        Rotate(thief, withSignature: false);
        Records.WriteKey(records.Anchor + file, thief.Pem);
        var anchor = await File.ReadAllTextAsync(records.Anchor);

        // Without the rule the start would take it for a rotation that a crash cut short, and sign for it.
        AssertRefused();
        Assert.Equal(anchor, await File.ReadAllTextAsync(records.Anchor));
        await AssertFoundAsync((FaultClass.Key, 11), (FaultClass.Tail, 11));
    }

    [Fact]
    public async Task Attack_12_a_record_with_an_earlier_time()
    {
        var last = records.Read()[^1];
        Append("E-11", last.AtMicros - 1);

        await AssertFoundAsync((FaultClass.Time, 11), (FaultClass.Tail, 11));
        await AssertFoundWithoutAnchorAsync(FaultClass.Time);
    }

    [Fact]
    public async Task Attack_13_records_rewritten_and_signed_with_the_stolen_key()
    {
        records.Replace(records.Read().Select(record => record.Sequence == 5 ? record with { Host = "other" } : record));
        using var thief = records.StealKey();
        await File.AppendAllTextAsync(records.Anchor, thief.Note(records.Leaves()));

        // What was signed before contradicts what is signed now.
        await AssertFoundAsync((FaultClass.Checkpoint, 5));

        // Where he can replace the anchor too, only what lies elsewhere tells: here the head in the manifest of a package.
        await File.WriteAllTextAsync(records.Anchor, thief.Note(records.Leaves()));
        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync()).Verdict);
        Assert.Contains((await records.VerifyAsync()).Remarks, remark => remark.StartsWith("1 issued packages were not found at ", StringComparison.Ordinal));
        Assert.Equal([FaultClass.Document], (await records.VerifyAsync(packages: true)).Classes.Select(entry => entry.Class));
        records.MovePackagesBeside();
        Assert.Equal([FaultClass.Document], (await records.VerifyAsync()).Classes.Select(entry => entry.Class));
    }

    [Fact]
    public async Task Attack_14_records_of_two_kinds_reordered()
    {
        // The assessment of the run and a trial of it: one chain holds both, so their order is fixed as well.
        var list = records.Read();
        (list[3], list[4]) = (list[4], list[3]);
        records.Replace(list.Select((record, i) => i is 3 or 4 ? record with { AtMicros = list[2].AtMicros } : record));

        var report = await records.VerifyAsync();
        Assert.Contains(report.Classes, entry => entry is { Class: FaultClass.Checkpoint, FirstSequence: 4 });
        await AssertFoundWithoutAnchorAsync(FaultClass.Arithmetic);
    }

    [Fact]
    public async Task Attack_15_two_views_of_one_log()
    {
        var honest = records.Notes()[^1];
        using var thief = records.StealKey();
        var leaves = records.Leaves();
        leaves[7] = new byte[32];
        var other = thief.Note(leaves);

        // Each view is consistent by itself; laid side by side, two heads of one size contradict each other.
        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync()).Verdict);
        await File.AppendAllTextAsync(records.Anchor, other);
        await AssertFoundAsync((FaultClass.Checkpoint, 10));
        Assert.Contains((await records.VerifyAsync()).Faults, fault => fault.Detail.StartsWith("two checkpoints over 10 records have different roots", StringComparison.Ordinal));
        Assert.NotEqual(honest, other);
    }

    [Fact]
    public async Task Attack_16_a_record_or_a_checkpoint_of_another_installation()
    {
        var other = Guid.NewGuid();
        using var thief = records.StealKey();
        await File.AppendAllTextAsync(records.Anchor, thief.Note(records.Leaves(), $"validation-workbench/{other:N}"));
        await AssertFoundAsync((FaultClass.Log, 10), (FaultClass.Signature, 10));

        records.Replace(records.Read().Select(record => record.Sequence == 8 ? record with { LogId = other } : record));
        await AssertFoundWithoutAnchorAsync(FaultClass.Log);
    }

    [Fact]
    public async Task Attack_17_records_and_anchor_cut_off_together()
    {
        records.Forge("delete from AuditRecords where Sequence > 7");
        var kept = records.Notes()[..^3];
        await File.WriteAllTextAsync(records.Anchor, string.Concat(kept));

        // Nothing in these files tells; a package issued after the cut does, and so does any head that was printed.
        Assert.Equal(AuditReport.Pass, (await records.VerifyAsync(packages: true)).Verdict);
        records.Replace([.. records.Read().Take(5), .. records.Read().Take(6).Select(record => record with { AtMicros = record.AtMicros }).Skip(5).Select(record => record with { Host = "other" })]);
        await File.WriteAllTextAsync(records.Anchor, string.Concat(kept[..^2]));
        Assert.Contains((await records.VerifyAsync(packages: true)).Classes, entry => entry.Class == FaultClass.Document);

        // Cut back before the issue: the run is on record, its package is there, and nothing says that it was issued.
        records.Forge("delete from AuditRecords where Sequence > 5");
        records.MovePackagesBeside();
        var report = await records.VerifyAsync();
        Assert.Equal([FaultClass.Document], report.Classes.Select(entry => entry.Class));
        Assert.Contains("was issued, but no record says so", report.Faults[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("headHash")]
    [InlineData("headRoot")]
    [InlineData("headSequence")]
    public async Task An_assessment_that_names_another_head_of_the_trail(string member)
    {
        var list = records.Read();
        var after = JsonNode.Parse(list[4].Entry.After!)!;
        var (before, value) = (after[member]!.ToString(), member == "headSequence" ? "3" : new string('0', 64));
        after[member] = member == "headSequence" ? JsonValue.Create(3) : JsonValue.Create(value);
        list[4] = list[4] with { Entry = list[4].Entry with { After = after.ToJsonString() } };

        // The row alone, then the record as well: both agree with each other, but not with the trail.
        records.Forge($"update Assessments set {member} = '{value}'");
        await AssertFoundAsync((FaultClass.Row, 5));
        records.Replace(list);
        Assert.Equal([FaultClass.Row], (await records.VerifyWithoutAnchorAsync()).Classes.Select(entry => entry.Class));
        records.Forge($"update Assessments set {member} = '{before}'");
        Assert.All((await records.VerifyWithoutAnchorAsync()).Faults, fault => Assert.Equal((FaultClass.Row, 5L), (fault.Class, fault.Sequence)));
    }

    [Theory]
    [InlineData("user1", "2approve", "user12", "approve")]
    [InlineData("a|b", "c", "a", "b|c")]
    [InlineData("", "ab", "a", "b")]
    public void Attack_18_texts_that_run_into_each_other(string actor, string action, string otherActor, string otherAction)
    {
        var record = records.Read()[^1];
        byte[] Encode(string id, string word) => AuditRecordBytes.Encode(record with { Entry = record.Entry with { Actor = record.Entry.Actor with { Id = id }, Action = word } });

        // Put end to end, or with a bar between, they are one text; as records they are two.
        Assert.NotEqual(Convert.ToHexString(Encode(actor, action)), Convert.ToHexString(Encode(otherActor, otherAction)));
        Assert.NotEqual(
            Convert.ToHexString(AuditRecordBytes.Encode(record with { Entry = record.Entry with { Reason = null } })),
            Convert.ToHexString(AuditRecordBytes.Encode(record with { Entry = record.Entry with { Reason = string.Empty } })));
        Assert.Throws<System.Text.EncoderFallbackException>(() => Encode("\ud800", action));
    }

    private void Rotate(TestAnchor thief, bool withSignature)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(thief.Pem);
        var signature = withSignature ? KeySuccession.Sign(NoteKey.Parse(thief.Vkey), key).Signature : null;
        var list = records.Read();
        records.Replace([.. list, list[^1] with
        {
            Entry = Records.Entry() with { Action = AuditAction.KeyRotated, EntityType = "log", After = CanonicalJson.WriteText(new { vkey = thief.Vkey, signature }) },
        }]);
    }

    private void AssertRefused() =>
        Assert.Contains("is not signed by the key before", Assert.Throws<IntegrityException>(() => Records.Open(records.Folder)).Message, StringComparison.Ordinal);

    private void Append(string id, long? at = null)
    {
        var list = records.Read();
        var last = list[^1];
        records.Replace([.. list, last with { AtMicros = at ?? last.AtMicros, OccurredMicros = at ?? last.AtMicros, Entry = last.Entry with { EntityId = id } }]);
    }

    private async Task AssertFoundAsync(params (FaultClass, long)[] expected)
    {
        var report = await records.VerifyAsync();
        Assert.Equal(expected.Order(), report.Classes.Select(entry => (entry.Class, entry.FirstSequence ?? 0)).Order());
        Assert.Equal(AuditReport.Fail, report.Verdict);
    }

    private async Task AssertFoundWithoutAnchorAsync(FaultClass kind) => Assert.Contains((await records.VerifyWithoutAnchorAsync()).Classes, entry => entry.Class == kind);

    private async Task AssertOnlyTheAnchorFindsItAsync() => Assert.Equal(AuditReport.Internal, (await records.VerifyWithoutAnchorAsync()).Verdict);
}
