using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Verification;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>A new key for the checkpoints: the key before signs the record that introduces it, each key signs its own range, and a crash in between is finished.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Anchor => AnchorFile.DefaultFor(folder.Root);

    private string KeyFile => SigningKey.PathFor(Anchor);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_key_signs_its_own_range()
    {
        RotatedKey rotated;
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            rotated = await RotateAsync(records);
            Assert.Equal(3, AssertSignedWith(rotated.Before).Size);
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.NotEqual(rotated.Before, rotated.After);
        Assert.Equal(3, rotated.Head.Records);
        Assert.Equal(4, AssertSignedWith(rotated.After).Size);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!, "*.key*"));
        await using var again = Records.Open(folder.Root);
        Assert.Equal(rotated.After, again.CheckpointKey.ToString());
        Assert.Equal(AuditReport.Pass, (await Verify.FolderAsync(folder.Root)).Verdict);
    }

    [Fact]
    public async Task A_key_may_follow_a_key_that_followed()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()));
        var (first, second) = (await RotateAsync(records), await RotateAsync(records));

        Assert.Equal(first.After, second.Before);
        Assert.Equal(4, AssertSignedWith(second.Before).Size);
    }

    [Fact]
    public async Task Records_that_come_at_the_same_time_are_signed_with_the_key_of_their_side()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            var crowd = Enumerable.Range(0, 50).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry()))).ToList();
            var rotation = RotateAsync(records);
            await Task.WhenAll([rotation, .. crowd, .. Enumerable.Range(0, 50).Select(_ => records.AppendAsync(new RecordBatch(Records.Entry())))]);
        }

        Assert.Equal(103, (await ReopenedAsync()).Records);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rotation_that_a_crash_cut_short_is_finished(bool hasCheckpoint)
    {
        RotatedKey rotated;
        var (key, before, notes) = (string.Empty, string.Empty, string.Empty);
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            (key, before) = (File.ReadAllText(KeyFile), File.ReadAllText(Anchor));
            rotated = await RotateAsync(records);
            notes = File.ReadAllText(Anchor);
        }

        // As it was after the commit: the next key beside the one before, and the checkpoint there or not yet.
        File.Move(KeyFile, $"{KeyFile}.next");
        Records.WriteKey(KeyFile, key);
        File.WriteAllText(Anchor, hasCheckpoint ? notes : before);
        File.WriteAllText($"{Anchor}.open", string.Empty);

        var head = await ReopenedAsync();

        Assert.Equal(hasCheckpoint ? 3 : 4, head.Records);
        Assert.StartsWith(before, File.ReadAllText(Anchor), StringComparison.Ordinal);
        Assert.Equal(head.Records, AssertSignedWith(hasCheckpoint ? rotated.Before : rotated.After).Size);
        Assert.False(File.Exists($"{KeyFile}.next"));
        Assert.Contains(Notes(), note => note.Contains("\n3\n", StringComparison.Ordinal) && SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)).IsSignedBy(NoteKey.Parse(rotated.Before)));
    }

    [Fact]
    public async Task A_next_key_that_no_record_names_is_left_alone_and_replaced_by_the_next_rotation()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            records.MakeNextKey();
        }

        await using var again = Records.Open(folder.Root);
        Assert.Equal(3, (await RotateAsync(again)).Head.Records);
    }

    [Fact]
    public async Task A_key_file_put_back_to_an_earlier_one_is_refused()
    {
        string key;
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            key = File.ReadAllText(KeyFile);
            await RotateAsync(records);
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Records.WriteKey(KeyFile, key);
        Assert.StartsWith($"the key beside {Anchor} is not the one that the records name for their checkpoints, ", Assert.Throws<IntegrityException>(() => Records.Open(folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_before_without_the_next_one_is_refused()
    {
        string key;
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            key = File.ReadAllText(KeyFile);
            await RotateAsync(records);
        }

        Records.WriteKey(KeyFile, key);
        Assert.StartsWith($"the next key beside {Anchor} is missing or not the one that the records name, ", Assert.Throws<IntegrityException>(() => Records.Open(folder.Root)).Message, StringComparison.Ordinal);
    }

    private static Task<RotatedKey> RotateAsync(RecordsFolder records) =>
        new RotateKeyHandler(records).Handle(new RotateKey { Actor = Actor.Workbench, Reason = "yearly" }, CancellationToken.None);

    private async Task<LedgerHead> ReopenedAsync()
    {
        await using var records = Records.Open(folder.Root);
        return records.ReadHead();
    }

    private Checkpoint AssertSignedWith(string vkey) => Checkpoint.Open(AnchorFile.ReadLast(Anchor), NoteKey.Parse(vkey));

    private string[] Notes() => [.. File.ReadAllText(Anchor).Split("validation-workbench/", StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2).Select(parts => $"validation-workbench/{parts[0]}validation-workbench/{parts[1][..^1]}")];
}
