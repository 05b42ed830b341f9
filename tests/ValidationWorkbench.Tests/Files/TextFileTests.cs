using System.Text;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = folder.PathOf("none.md");

        Assert.Equal($"{path}: does not exist.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
    }

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Equal($"{folder.Root}: is a folder, not a file.", Faults.OnlyOf(() => TextFile.Read(folder.Root, TextFile.LargestDocument)));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\r\n ")]
    [InlineData("\uFEFF\n")]
    public void A_file_without_text_is_empty(string text)
    {
        var path = folder.Write("empty.md", text);

        Assert.Equal($"{path}: is empty.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
    }

    [Fact]
    public void A_byte_order_mark_is_ignored_and_noted()
    {
        var path = folder.Write("bom.md", "\uFEFFHello");
        var file = TextFile.Read(path, TextFile.LargestDocument);

        Assert.Equal("Hello", file.Text);
        Assert.Equal([$"{path}: begins with a byte-order mark, which is ignored."], file.Notes);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
    }

    [Theory]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("one\rtwo\r\n")]
    public void CR_LF_line_ends_are_read_as_LF_and_noted(string text)
    {
        var path = folder.Write("crlf.md", text);
        var file = TextFile.Read(path, TextFile.LargestDocument);

        Assert.Equal("one\ntwo\n", file.Text);
        Assert.Equal([$"{path}: has CR LF line ends, which are read as LF."], file.Notes);
        Assert.Equal(text, Encoding.UTF8.GetString(file.Bytes));
    }

    [Fact]
    public void A_clean_file_has_no_notes() => Assert.Empty(TextFile.Read(folder.Write("clean.md", "Größe 5 µm\n"), TextFile.LargestDocument).Notes);

    [Theory]
    [InlineData("\0", "1:1")]
    [InlineData("first\nsec\0ond\n", "2:4")]
    public void A_NUL_byte_has_its_line_and_column(string text, string place)
    {
        var path = folder.Write("nul.md", text);

        Assert.Equal(
            $"{path}:{place}: byte 0x00: a NUL byte; a text file holds none. Save it as plain UTF-8 text.",
            Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0x63, 0xE4, 0x64 }, "2:3", "E4")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "1:1", "C0")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "1:2", "ED")]
    [InlineData(new byte[] { 0x61, 0x0A, 0x0A, 0xE2, 0x82 }, "3:1", "E2")]
    public void An_invalid_byte_has_its_line_and_column(byte[] bytes, string place, string value)
    {
        var path = folder.Write("latin1.md", bytes);

        Assert.Equal($"{path}:{place}: byte 0x{value}: not valid UTF-8; save it as UTF-8.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_16_is_recognised_by_its_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var path = folder.Write("wide.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("Hello")]);

        Assert.Equal($"{path}: is UTF-16; save it as UTF-8.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
    }

    [Fact]
    public void A_file_of_50_megabytes_is_refused_before_it_is_read()
    {
        var path = folder.PathOf("large.md");
        using (var stream = File.Create(path))
        {
            stream.SetLength(50L * 1024 * 1024);
        }

        Assert.Equal(
            $"{path}: has 50.0 MiB; at most 2 MiB are read. Split it or give an excerpt.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestDocument)));
        Assert.Equal(
            $"{path}: has 50.0 MiB; at most 32 MiB are read. Split it or give an excerpt.", Faults.OnlyOf(() => TextFile.Read(path, TextFile.LargestCaseFile)));
    }

    [Fact]
    public void The_largest_file_allowed_is_read()
    {
        var bytes = Enumerable.Repeat((byte)'a', (int)TextFile.LargestDocument).ToArray();

        Assert.Equal(bytes.Length, TextFile.Read(folder.Write("full.md", bytes), TextFile.LargestDocument).Text.Length);
        Assert.Throws<InputException>(() => TextFile.Parse("over.md", [.. bytes, (byte)'a'], TextFile.LargestDocument));
    }
}
