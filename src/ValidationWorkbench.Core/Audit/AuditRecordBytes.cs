using System.Buffers.Binary;
using System.Text;

namespace ValidationWorkbench.Audit;

/// <summary>
/// Writes a record as the bytes that are hashed: fixed order, big-endian numbers, a 32-bit length before every text and blob, a
/// presence byte before every optional one, strict UTF-8. So no two different records share their bytes.
/// </summary>
public static class AuditRecordBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>First bytes of every record: product word and layout version.</summary>
    public static ReadOnlySpan<byte> Magic => "VWB-AUDIT\u0001"u8;

    /// <summary>The record's bytes.</summary>
    /// <exception cref="ArgumentException">A text holds a lone surrogate or NUL, or a hash is not 32 bytes long.</exception>
    public static byte[] Encode(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.PreviousHash.Length != 32)
        {
            throw new ArgumentException($"The previous hash has {record.PreviousHash.Length} bytes, not 32.", nameof(record));
        }

        using var stream = new MemoryStream(512);
        stream.Write(Magic);
        stream.Write(record.LogId.ToByteArray(bigEndian: true));
        Write(stream, record.Sequence);
        stream.Write(record.PreviousHash);
        Write(stream, record.AtMicros);
        Write(stream, record.OccurredMicros);
        Write(stream, record.OffsetMinutes);
        Write(stream, record.MonotonicMicros);
        stream.Write(record.BootId.ToByteArray(bigEndian: true));
        Write(stream, record.Host);
        Write(stream, record.Tool);
        Write(stream, record.Sqlite);
        WriteEntry(stream, record.Entry);
        return stream.ToArray();
    }

    private static void WriteEntry(MemoryStream stream, AuditEntry entry)
    {
        Write(stream, entry.Actor.Id);
        Write(stream, entry.Actor.Name);
        Write(stream, entry.Actor.Role);
        Write(stream, entry.Actor.EstablishedBy);
        Write(stream, entry.Action);
        Write(stream, entry.EntityType);
        Write(stream, entry.EntityId);
        Write(stream, entry.RunId);
        stream.WriteByte(entry.ConfigurationSha256 is null ? (byte)0 : (byte)1);
        if (entry.ConfigurationSha256 is { } configuration)
        {
            stream.Write(HashBytes(configuration, "configuration"));
        }

        WriteOptional(stream, entry.Reason);
        WriteOptional(stream, entry.Before);
        WriteOptional(stream, entry.After);
        Write(stream, entry.Attachments.Count);
        foreach (var attachment in entry.Attachments)
        {
            Write(stream, attachment.Name);
            Write(stream, attachment.Length);
            stream.Write(HashBytes(attachment.Sha256, $"attachment {attachment.Name}"));
        }
    }

    private static byte[] HashBytes(string sha256, string of) => Sha256Hex.IsWellFormed(sha256) ? Convert.FromHexString(sha256)
        : throw new ArgumentException($"The hash of {of} is not 64 lower-case hex digits.");

    private static void WriteOptional(MemoryStream stream, string? text)
    {
        stream.WriteByte(text is null ? (byte)0 : (byte)1);
        if (text is not null)
        {
            Write(stream, text);
        }
    }

    private static void Write(MemoryStream stream, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A text of an audit record holds a NUL character.");
        }

        // Texts are taken as they are: a record keeps what came, and only comparisons see a normalised form.
        var bytes = StrictUtf8.GetBytes(text);
        Write(stream, bytes.Length);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, short value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        stream.Write(bytes);
    }
}
