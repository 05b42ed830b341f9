using System.Buffers.Binary;
using System.Text;

namespace ValidationWorkbench.Audit;

/// <summary>Reads a record back from its bytes. It shares no code with <see cref="AuditRecordBytes"/>: a checker that trusts the writer checks nothing.</summary>
public ref struct AuditRecordReader
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private ReadOnlySpan<byte> rest;

    private AuditRecordReader(ReadOnlySpan<byte> bytes) => rest = bytes;

    /// <summary>The record.</summary>
    /// <exception cref="FormatException">The bytes are no record of this layout.</exception>
    public static AuditRecord Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new AuditRecordReader(bytes);
            var record = reader.ReadRecord();
            return reader.rest.IsEmpty ? record : throw new FormatException($"{reader.rest.Length} bytes follow the record.");
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("A text is not valid UTF-8.", exception);
        }
    }

    private AuditRecord ReadRecord()
    {
        if (!Take(10).SequenceEqual("VWB-AUDIT\u0001"u8))
        {
            throw new FormatException("The bytes do not begin as an audit record of layout 1.");
        }

        var record = new AuditRecord
        {
            LogId = new Guid(Take(16), bigEndian: true),
            Sequence = BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            PreviousHash = Take(32).ToArray(),
            AtMicros = BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            OccurredMicros = BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            OffsetMinutes = BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            MonotonicMicros = BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            BootId = new Guid(Take(16), bigEndian: true),
            Host = Text(),
            Tool = Text(),
            Sqlite = Text(),
            Entry = Entry(),
        };
        return record.OccurredMicros == record.AtMicros ? record : record with { Entry = record.Entry with { OccurredMicros = record.OccurredMicros } };
    }

    private AuditEntry Entry() => new()
    {
        Actor = new Actor(Text(), Text(), Text(), Text()),
        Action = Text(),
        EntityType = Text(),
        EntityId = Text(),
        RunId = Text(),
        ConfigurationSha256 = OptionalHash(),
        Reason = OptionalText(),
        Before = OptionalText(),
        After = OptionalText(),
        Attachments = Attachments(),
    };

    private List<AuditAttachment> Attachments()
    {
        var attachments = new List<AuditAttachment>();
        for (var left = Length(); left > 0; left--)
        {
            attachments.Add(new AuditAttachment(Text(), BinaryPrimitives.ReadInt64BigEndian(Take(8)), Convert.ToHexStringLower(Take(32))));
        }

        return attachments;
    }

    private string Text()
    {
        var text = Utf8.GetString(Take(Length()));
        return text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("A text holds NUL.") : text;
    }

    private string? OptionalText() => Take(1)[0] switch
    {
        0 => null,
        1 => Text(),
        var other => throw new FormatException($"A presence byte is {other}, not 0 or 1."),
    };

    private string? OptionalHash() => Take(1)[0] switch
    {
        0 => null,
        1 => Convert.ToHexStringLower(Take(32)),
        var other => throw new FormatException($"A presence byte is {other}, not 0 or 1."),
    };

    private int Length()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Take(4));
        return length >= 0 ? length : throw new FormatException("A length is negative.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new FormatException($"The record ends early: {count} bytes expected, {rest.Length} left.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
