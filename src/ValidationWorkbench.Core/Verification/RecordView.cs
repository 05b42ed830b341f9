using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace ValidationWorkbench.Verification;

/// <summary>
/// A record read in place from its bytes, by a reading of its own of layout 1 (docs/decisions/005): the checker must not depend on the
/// code that wrote. Nothing is copied until it is asked for, so that a million records can be looked at.
/// </summary>
public readonly ref struct RecordView
{
    private const int Fixed = 10 + 16 + 8 + 32 + 8 + 8 + 2 + 8 + 16;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly Places places;
    private readonly int attachments;

    private RecordView(ReadOnlySpan<byte> bytes, Places places, int attachments)
    {
        this.bytes = bytes;
        this.places = places;
        this.attachments = attachments;
    }

    /// <summary>Identity of the log.</summary>
    public Guid LogId => new(bytes.Slice(10, 16), bigEndian: true);

    public long Sequence => BinaryPrimitives.ReadInt64BigEndian(bytes[26..]);

    /// <summary>Hash of the record before, 32 bytes.</summary>
    public ReadOnlySpan<byte> PreviousHash => bytes.Slice(34, 32);

    /// <summary>When it was recorded, in microseconds since 1970-01-01 UTC.</summary>
    public long AtMicros => BinaryPrimitives.ReadInt64BigEndian(bytes[66..]);

    /// <summary>When it happened, in the same unit.</summary>
    public long OccurredMicros => BinaryPrimitives.ReadInt64BigEndian(bytes[74..]);

    /// <summary>Monotonic clock of the machine in microseconds.</summary>
    public long MonotonicMicros => BinaryPrimitives.ReadInt64BigEndian(bytes[84..]);

    /// <summary>Identity of the machine's boot; empty where the system did not tell.</summary>
    public Guid BootId => new(bytes.Slice(92, 16), bigEndian: true);

    /// <summary>Number of pieces of evidence bound into the record.</summary>
    public int Attachments => attachments;

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="record">The record; void where the result is not null.</param>
    /// <returns>Null, or why the bytes are no record of this layout.</returns>
    public static string? TryRead(ReadOnlySpan<byte> bytes, out RecordView record)
    {
        record = default;
        if (bytes.Length < Fixed || !bytes[..10].SequenceEqual("VWB-AUDIT\u0001"u8))
        {
            return "the bytes do not begin as an audit record of layout 1";
        }

        var places = default(Places);
        var at = Fixed;
        for (var field = RecordField.Host; field <= RecordField.After; field++)
        {
            if (Field(bytes, field, ref at) is not { } place)
            {
                return FormattableString.Invariant($"the {field} at byte {at} cannot be read");
            }

            places[(int)field] = place;
        }

        if (SkipAttachments(bytes, ref at) is not { } attachments)
        {
            return FormattableString.Invariant($"the attachments at byte {at} cannot be read");
        }

        if (at != bytes.Length)
        {
            return FormattableString.Invariant($"{bytes.Length - at} bytes follow the record");
        }

        record = new RecordView(bytes, places, attachments);
        return null;
    }

    /// <summary>True where an optional text is there; always true for the others.</summary>
    public bool Has(RecordField field) => places[(int)field].Length >= 0;

    /// <summary>UTF-8 bytes of a text, or the 32 bytes of <see cref="RecordField.Configuration"/>; empty where it is not there.</summary>
    public ReadOnlySpan<byte> Bytes(RecordField field) => Has(field) ? bytes.Slice(places[(int)field].Start, places[(int)field].Length) : [];

    /// <summary>A text; null where it is not there.</summary>
    public string? Text(RecordField field) => Has(field) ? Encoding.UTF8.GetString(Bytes(field)) : null;

    /// <summary>True where the text is this one.</summary>
    public bool Is(RecordField field, ReadOnlySpan<byte> utf8) => Has(field) && Bytes(field).SequenceEqual(utf8);

    /// <summary>Evidence bound into the record, in its order.</summary>
    public (string Name, long Length, string Sha256)[] ReadAttachments()
    {
        var list = new (string, long, string)[attachments];
        var at = AfterTexts() + 4;
        for (var i = 0; i < attachments; i++)
        {
            var name = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            var rest = bytes[(at + 4 + name)..];
            list[i] = (Encoding.UTF8.GetString(bytes.Slice(at + 4, name)), BinaryPrimitives.ReadInt64BigEndian(rest), Convert.ToHexStringLower(rest.Slice(8, 32)));
            at += 4 + name + 40;
        }

        return list;
    }

    private int AfterTexts()
    {
        var last = places[(int)RecordField.After];
        return last.Length < 0 ? last.Start : last.Start + last.Length;
    }

    private static (int Start, int Length)? Field(ReadOnlySpan<byte> bytes, RecordField field, ref int at)
    {
        if (field >= RecordField.Configuration)
        {
            if (at >= bytes.Length || bytes[at] > 1)
            {
                return null;
            }

            if (bytes[at++] == 0)
            {
                return (at, -1);
            }
        }

        if (field == RecordField.Configuration)
        {
            at += 32;
            return at <= bytes.Length ? (at - 32, 32) : null;
        }

        return Text(bytes, ref at);
    }

    private static (int Start, int Length)? Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length - at < 4)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
        if (length < 0 || length > bytes.Length - at - 4)
        {
            return null;
        }

        var text = bytes.Slice(at + 4, length);
        at += 4 + length;
        return Utf8.IsValid(text) && !text.Contains((byte)0) ? (at - length, length) : null;
    }

    private static int? SkipAttachments(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length - at < 4)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
        at += 4;
        for (var i = 0; i < count; i++)
        {
            if (Text(bytes, ref at) is null || bytes.Length - at < 40)
            {
                return null;
            }

            at += 40;
        }

        return count < 0 ? null : count;
    }

    [System.Runtime.CompilerServices.InlineArray(15)]
    private struct Places
    {
        private (int Start, int Length) first;
    }
}
