using System.Buffers.Binary;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Where an object stands, as an entry of a cross-reference stream (ISO 32000-1, 7.5.8.3).</summary>
/// <param name="Kind">0 for no object, 1 for an object in the file itself, 2 for one in an object stream.</param>
/// <param name="Where">Offset in the file, or number of the object stream.</param>
/// <param name="Index">Place within the object stream, from 0.</param>
internal readonly record struct ObjectPlace(byte Kind, uint Where, ushort Index)
{
    /// <summary>Bytes of each field of an entry.</summary>
    public const string Widths = "[1 4 2]";

    /// <summary>Bytes of an entry.</summary>
    public const int Size = 7;

    /// <summary>The head of the list of free objects, which has no other member.</summary>
    public static readonly ObjectPlace Free = new(0, 0, ushort.MaxValue);

    /// <summary>Writes the entry.</summary>
    public void Write(Span<byte> entry)
    {
        entry[0] = Kind;
        BinaryPrimitives.WriteUInt32BigEndian(entry[1..], Where);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], Index);
    }

    public static ObjectPlace At(long offset) => new(1, checked((uint)offset), 0);

    public static ObjectPlace In(int container, int index) => new(2, (uint)container, (ushort)index);
}
