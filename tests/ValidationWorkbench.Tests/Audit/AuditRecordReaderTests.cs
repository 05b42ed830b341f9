using System.Buffers.Binary;
using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Bytes that are no record.</summary>
public sealed class AuditRecordReaderTests
{
    /// <summary>Where the length of the host stands: magic 10, log 16, sequence 8, previous hash 32, time 8, occurred 8, offset 2, monotonic 8, boot 16.</summary>
    private const int HostLength = 108;

    private static readonly byte[] Bytes = AuditRecordBytes.Encode(Make.Full);

    [Fact]
    public void Every_truncation_is_refused() =>
        Assert.All(Enumerable.Range(0, Bytes.Length), length => Assert.Throws<FormatException>(() => AuditRecordReader.Read(Bytes.AsSpan(0, length))));

    [Fact]
    public void A_byte_too_many_is_refused() => AssertRefused([.. Bytes, 0], "1 bytes follow the record.");

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(9)]
    public void Another_beginning_or_layout_is_refused(int position) => AssertRefused(Flipped(position, 0x01), "The bytes do not begin as an audit record of layout 1.");

    [Fact]
    public void A_negative_length_is_refused() => AssertRefused(WithHostLength(-1), "A length is negative.");

    [Fact]
    public void A_length_beyond_the_end_is_refused_before_anything_is_reserved() =>
        AssertRefused(WithHostLength(int.MaxValue), $"The record ends early: {int.MaxValue} bytes expected, {Bytes.Length - HostLength - 4} left.");

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() => AssertRefused(Flipped(HostLength + 4, 0x80), "A text is not valid UTF-8.");

    [Fact]
    public void A_text_with_NUL_is_refused()
    {
        byte[] bytes = [.. Bytes];
        bytes[HostLength + 4] = 0;
        AssertRefused(bytes, "A text holds NUL.");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(255)]
    public void A_presence_byte_is_zero_or_one(byte value)
    {
        // The bare record ends with three presence bytes and the number of attachments.
        var bytes = AuditRecordBytes.Encode(Make.Bare);
        bytes[^5] = value;
        AssertRefused(bytes, $"A presence byte is {value}, not 0 or 1.");
    }

    private static byte[] Flipped(int position, byte mask)
    {
        byte[] bytes = [.. Bytes];
        bytes[position] ^= mask;
        return bytes;
    }

    private static byte[] WithHostLength(int length)
    {
        byte[] bytes = [.. Bytes];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(HostLength), length);
        return bytes;
    }

    private static void AssertRefused(byte[] bytes, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => AuditRecordReader.Read(bytes)).Message);
}
