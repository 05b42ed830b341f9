using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class AnchorFileTests : IDisposable
{
    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly TemporaryFolder folder = new();

    private string Anchor => folder.PathOf("volume/log.anchor");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_anchor_of_a_folder_lies_beside_it() =>
        Assert.Equal((folder.Root + ".anchor", folder.Root + ".anchor"), (AnchorFile.DefaultFor(folder.Root), AnchorFile.DefaultFor(folder.Root + "/")));

    [Fact]
    public void There_is_no_last_note_without_a_file()
    {
        Assert.Null(AnchorFile.ReadLast(Anchor));
        Assert.False(File.Exists(Anchor));
    }

    [Fact]
    public void Notes_stand_one_after_the_other_with_an_empty_line_behind_each()
    {
        SignedNote first = Note(1), second = Note(2);
        using (var anchor = new AnchorFile(Anchor))
        {
            anchor.Append(first);
            anchor.Append(second);
        }

        Assert.Equal($"{first}\n{second}\n", File.ReadAllText(Anchor));
        Assert.Equal(second.ToBytes(), AnchorFile.ReadLast(Anchor));
    }

    [Fact]
    public void A_reopened_file_goes_on_where_it_ended()
    {
        foreach (var size in new[] { 1, 2, 3 })
        {
            using var anchor = new AnchorFile(Anchor);
            anchor.Append(Note(size));
        }

        Assert.Equal(3, File.ReadAllText(Anchor).Split("\n\n\u2014").Length - 1);
        Assert.StartsWith("validation-workbench/0123456789abcdef0123456789abcdef\n3\n", Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_crash_left_half_written_is_skipped_and_never_overwritten()
    {
        var whole = $"{Note(1)}\n";
        var torn = $"{Note(2)}\n";
        Assert.All(Enumerable.Range(1, torn.Length - 1), length =>
        {
            var begun = folder.Write("volume/log.anchor", whole + torn[..length]);
            Assert.StartsWith("validation-workbench/0123456789abcdef0123456789abcdef\n1\n", Last(), StringComparison.Ordinal);

            var before = File.ReadAllText(begun);
            using (var anchor = new AnchorFile(Anchor))
            {
                anchor.Append(Note(3));
            }

            Assert.StartsWith(before, File.ReadAllText(begun), StringComparison.Ordinal);
            Assert.StartsWith("validation-workbench/0123456789abcdef0123456789abcdef\n3\n", Last(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_last_note_is_found_behind_a_long_tail_of_something_else()
    {
        var note = Note(7);
        folder.Write("volume/log.anchor", $"{Note(1)}\n{note}\n{new string('x', 100_000)}\nvalidation-workbench/");

        Assert.Equal(note.ToBytes(), AnchorFile.ReadLast(Anchor));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n\n\n\n")]
    [InlineData("something else\n\nentirely\n\n")]
    [InlineData("\u2014 a b\n\n")]
    public void A_file_without_a_note_has_no_last_one(string text)
    {
        folder.Write("volume/log.anchor", text);
        Assert.Null(AnchorFile.ReadLast(Anchor));
    }

    [Fact]
    public void A_note_that_a_witness_has_signed_as_well_is_read_whole()
    {
        using var witness = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var note = Note(5).ToString() + SignedNote.Sign(Note(5).Text, "qa.example", witness).ToString()[(Note(5).Text.Length + 1)..];
        folder.Write("volume/log.anchor", $"{Note(4)}\n{note}\n");

        Assert.Equal(note, Last());
    }

    [Fact]
    public void A_folder_is_no_anchor()
    {
        Directory.CreateDirectory(Anchor);
        using var anchor = new AnchorFile(Anchor);

        Assert.StartsWith($"{Anchor}: the anchor cannot be written: ", Faults.OnlyOf(anchor.CheckWritable), StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_are_not_kept_out_while_it_is_written()
    {
        using var anchor = new AnchorFile(Anchor);
        anchor.Append(Note(1));

        Assert.NotNull(AnchorFile.ReadLast(Anchor));
    }

    private string Last() => Encoding.UTF8.GetString(AnchorFile.ReadLast(Anchor)!);

    private static SignedNote Note(long size) => new Checkpoint("validation-workbench/0123456789abcdef0123456789abcdef", size, new string('a', 64)).Sign(Signer);
}
