using System.Security.Cryptography;
using ValidationWorkbench.Pdf.Compression;
using ValidationWorkbench.Tests.Pdf.Objects;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class DeflateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(257)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(70_000)]
    public void A_run_of_one_byte_comes_back(int length) => AssertRoundTrip(Enumerable.Repeat((byte)'a', length).ToArray());

    [Theory]
    [InlineData(10, 256)]
    [InlineData(1_000, 256)]
    [InlineData(100_000, 256)]
    [InlineData(100_000, 4)]
    [InlineData(5_000, 2)]
    [InlineData(33_000, 60)]
    public void Scattered_bytes_come_back(int length, int symbols) => AssertRoundTrip(Scattered(length, symbols, 1));

    [Fact]
    public void Every_length_up_to_six_hundred_comes_back()
    {
        for (int length = 0; length <= 600; length++)
        {
            AssertRoundTrip(Scattered(length, 3, length));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(32_765)]
    [InlineData(32_766)]
    [InlineData(40_000)]
    public void Repetitions_at_any_distance_come_back(int distance)
    {
        byte[] start = Scattered(distance, 256, 7);
        AssertRoundTrip([.. start, .. start, .. start]);
    }

    [Fact]
    public void Very_uneven_frequencies_come_back_although_their_ideal_code_would_be_too_long()
    {
        List<byte> data = [];
        (int previous, int current) = (1, 1);
        for (byte symbol = 0; symbol < 24; symbol++)
        {
            data.AddRange(Enumerable.Repeat(symbol, current));
            (previous, current) = (current, previous + current);
        }

        int[] frequencies = new int[24];
        data.ForEach(symbol => frequencies[symbol]++);

        Assert.True(HuffmanCode.For(frequencies, 30).Lengths.Max() > 15);
        Assert.InRange(HuffmanCode.For(frequencies, 15).Lengths.Max(), 5, 15);
        AssertRoundTrip([.. data]);
    }

    [Fact]
    public void Repetitive_data_becomes_much_smaller()
    {
        byte[] data = [.. Enumerable.Range(0, 2_000).SelectMany(i => System.Text.Encoding.ASCII.GetBytes($"1 0 0 1 {i % 10} 700 Tm\n"))];

        Assert.True(new Deflate().Compress(data).Length < data.Length / 20);
    }

    [Fact]
    public void Incompressible_data_grows_by_less_than_one_percent() => Assert.InRange(new Deflate().Compress(Scattered(100_000, 256, 3)).Length, 99_000, 101_000);

    [Fact]
    public void Known_inputs_compress_to_known_bytes_on_every_machine()
    {
        Assert.Equal("789C4B4C4C4A06030011470377", Convert.ToHexString(new Deflate().Compress("aabcccccc"u8.ToArray())));
        Assert.Equal("9CF1780C495C0D97FE379AFC5CE0DDE64DC2BF3F47974B556AC3BC3B51791095", Convert.ToHexString(SHA256.HashData(new Deflate().Compress(Scattered(100_000, 9, 5)))));
    }

    private static void AssertRoundTrip(byte[] data) => Assert.Equal(data, PdfStream.Inflated(new Deflate().Compress(data)));

    private static byte[] Scattered(int length, int symbols, int seed)
    {
        uint state = (uint)seed;
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            data[i] = (byte)((state >> 16) % symbols);
        }

        return data;
    }
}
