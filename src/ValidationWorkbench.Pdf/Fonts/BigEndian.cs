using System.Buffers.Binary;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Reads the numbers of a TrueType file, which stores them most significant byte first.</summary>
internal static class BigEndian
{
    public static int UInt16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    public static int Int16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    public static int Int32(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadInt32BigEndian(data[offset..]);

    public static void Write16(Span<byte> data, int offset, int value) => BinaryPrimitives.WriteUInt16BigEndian(data[offset..], unchecked((ushort)value));

    public static void Write32(Span<byte> data, int offset, uint value) => BinaryPrimitives.WriteUInt32BigEndian(data[offset..], value);
}
