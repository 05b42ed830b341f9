using System.Text;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class EvidenceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Segment => folder.PathOf("evidence/000001.evidence");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_piece_lies_in_the_file_under_a_line_that_a_person_can_read()
    {
        await using var records = Records.Open(folder.Root);
        var entry = await StoreAsync(records, "hello");

        Assert.Equal($"sha256 {Sha256Hex.Of("hello")} length 5\nhello\n", await File.ReadAllTextAsync(Segment));
        Assert.Equal((1, 5L), (entry.Segment, entry.Length));
        Assert.Equal("hello"u8, records.ReadEvidence(entry));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        await using var records = Records.Open(folder.Root);
        var first = await StoreAsync(records, "same");
        var second = await StoreAsync(records, "same");

        Assert.Equal((first.Segment, first.Offset), (second.Segment, second.Offset));
        Assert.Equal(1, Records.Count(folder.Root, "Evidence"));
        Assert.Equal(2, (await File.ReadAllTextAsync(Segment)).Split("same").Length);
    }

    [Fact]
    public async Task The_same_bytes_stay_readable_when_a_later_session_hands_them_in_again()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await StoreAsync(records, "same");
        }

        await using var later = Records.Open(folder.Root);
        await StoreAsync(later, "same");

        Assert.Equal(1, Records.Count(folder.Root, "Evidence"));
        Assert.Equal("same"u8, later.ReadEvidence(Sha256Hex.Of("same")));
    }

    [Fact]
    public async Task Every_session_begins_a_file_of_its_own()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await StoreAsync(records, "first");
        }

        await File.AppendAllTextAsync(Segment, "torn end of a crash");
        await using var later = Records.Open(folder.Root);
        var entry = await StoreAsync(later, "second");

        Assert.Equal(2, entry.Segment);
        Assert.Equal("first"u8, later.ReadEvidence(Sha256Hex.Of("first")));
        Assert.Equal("second"u8, later.ReadEvidence(Sha256Hex.Of("second")));
    }

    [Fact]
    public async Task Empty_evidence_is_evidence()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { Evidence = [records.Keep([])] });

        Assert.Empty(records.ReadEvidence(Sha256Hex.Of(string.Empty)));
    }

    [Fact]
    public async Task An_altered_piece_is_named()
    {
        await using var records = Records.Open(folder.Root);
        await StoreAsync(records, "other");
        var entry = await StoreAsync(records, "truth");
        Overwrite(entry.Offset, "lying");

        var exception = Assert.Throws<IntegrityException>(() => records.ReadEvidence(entry.Sha256));
        Assert.Equal($"evidence {entry.Sha256} in {Segment} was altered: its bytes have SHA-256 {Sha256Hex.Of("lying")}.", exception.Message);
        Assert.Equal("other"u8, records.ReadEvidence(Sha256Hex.Of("other")));
    }

    [Fact]
    public async Task A_piece_that_was_cut_off_or_whose_file_is_gone_is_named()
    {
        EvidenceEntry entry;
        await using (var records = Records.Open(folder.Root))
        {
            entry = await StoreAsync(records, "truth");
        }

        using (var stream = File.OpenWrite(Segment))
        {
            stream.SetLength(entry.Offset + 3);
        }

        await using var reader = RecordsFolder.OpenForReading(folder.Root);
        Assert.StartsWith($"evidence {entry.Sha256} in {Segment} was altered: ", Assert.Throws<IntegrityException>(() => reader.ReadEvidence(entry)).Message, StringComparison.Ordinal);
        File.Delete(Segment);
        await using var another = RecordsFolder.OpenForReading(folder.Root);
        Assert.StartsWith($"evidence {entry.Sha256} cannot be read: ", Assert.Throws<IntegrityException>(() => another.ReadEvidence(entry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_was_never_kept_is_named()
    {
        await using var records = Records.Open(folder.Root);
        var sha256 = Sha256Hex.Of("unknown");

        Assert.Equal($"evidence {sha256} is not in the records.", Assert.Throws<IntegrityException>(() => records.ReadEvidence(sha256)).Message);
    }

    private void Overwrite(long offset, string text)
    {
        using var stream = new FileStream(Segment, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Position = offset;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<EvidenceEntry> StoreAsync(RecordsFolder records, string text)
    {
        var entry = records.Keep(Encoding.UTF8.GetBytes(text));
        await records.AppendAsync(new RecordBatch(Records.Entry()) { Evidence = [entry] });
        return entry;
    }
}
