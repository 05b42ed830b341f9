using System.Text;
using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Records as bytes and back.</summary>
public sealed class AuditRecordBytesTests
{
    public static TheoryData<string> Parts => [.. Changed.Keys];

    private static Dictionary<string, AuditRecord> Changed => new()
    {
        ["log"] = Make.Full with { LogId = Guid.Empty },
        ["sequence"] = Make.Full with { Sequence = 2 },
        ["previous hash"] = Make.Full with { PreviousHash = new byte[32] },
        ["time"] = Make.Full with { AtMicros = 7 },
        ["offset"] = Make.Full with { OffsetMinutes = 210 },
        ["monotonic"] = Make.Full with { MonotonicMicros = -1 },
        ["boot"] = Make.Full with { BootId = Guid.Empty },
        ["host"] = Make.Full with { Host = "other" },
        ["tool"] = Make.Full with { Tool = "other" },
        ["actor id"] = With(entry => entry with { Actor = entry.Actor with { Id = "other" } }),
        ["actor name"] = With(entry => entry with { Actor = entry.Actor with { Name = "other" } }),
        ["actor role"] = With(entry => entry with { Actor = entry.Actor with { Role = "other" } }),
        ["actor established"] = With(entry => entry with { Actor = entry.Actor with { EstablishedBy = "other" } }),
        ["action"] = With(entry => entry with { Action = "other" }),
        ["entity type"] = With(entry => entry with { EntityType = "other" }),
        ["entity id"] = With(entry => entry with { EntityId = "other" }),
        ["run"] = With(entry => entry with { RunId = "other" }),
        ["no reason"] = With(entry => entry with { Reason = null }),
        ["no before"] = With(entry => entry with { Before = null }),
        ["no after"] = With(entry => entry with { After = null }),
        ["before for after"] = With(entry => entry with { Before = entry.After, After = entry.Before }),
        ["no attachments"] = With(entry => entry with { Attachments = [] }),
        ["order of attachments"] = With(entry => entry with { Attachments = [.. entry.Attachments.Reverse()] }),
        ["attachment name"] = With(entry => entry with { Attachments = [entry.Attachments[0] with { Name = "x" }, entry.Attachments[1]] }),
        ["attachment length"] = With(entry => entry with { Attachments = [entry.Attachments[0] with { Length = 5 }, entry.Attachments[1]] }),
        ["attachment hash"] = With(entry => entry with { Attachments = [entry.Attachments[0] with { Sha256 = new string('b', 64) }, entry.Attachments[1]] }),
    };

    [Fact]
    public void A_record_with_every_part_reads_back_the_same() => AssertSame(Make.Full, AuditRecordReader.Read(AuditRecordBytes.Encode(Make.Full)));

    [Fact]
    public void A_record_without_optional_parts_reads_back_the_same() => AssertSame(Make.Bare, AuditRecordReader.Read(AuditRecordBytes.Encode(Make.Bare)));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_changes_the_bytes_and_is_read_back(string part)
    {
        var bytes = AuditRecordBytes.Encode(Changed[part]);
        Assert.NotEqual(AuditRecordBytes.Encode(Make.Full), bytes);
        AssertSame(Changed[part], AuditRecordReader.Read(bytes));
    }

    [Fact]
    public void An_empty_reason_is_not_the_same_as_none() =>
        Assert.NotEqual(AuditRecordBytes.Encode(With(entry => entry with { Reason = null })), AuditRecordBytes.Encode(With(entry => entry with { Reason = "" })));

    [Fact]
    public void Letters_cannot_move_from_one_text_into_the_next() => Assert.NotEqual(
        AuditRecordBytes.Encode(With(entry => entry with { EntityType = "ab", EntityId = "c" })), AuditRecordBytes.Encode(With(entry => entry with { EntityType = "a", EntityId = "bc" })));

    [Fact]
    public void A_nul_character_is_refused() => Assert.Equal(
        "A text of an audit record holds a NUL character.", Assert.Throws<ArgumentException>(() => AuditRecordBytes.Encode(With(entry => entry with { Reason = "a\0b" }))).Message);

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Half_a_surrogate_pair_is_refused(int unit) =>
        Assert.ThrowsAny<ArgumentException>(() => AuditRecordBytes.Encode(With(entry => entry with { After = $"a{(char)unit}b" })));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_previous_hash_of_another_length_is_refused(int length)
    {
        var exception = Assert.Throws<ArgumentException>(() => AuditRecordBytes.Encode(Make.Bare with { PreviousHash = new byte[length] }));
        Assert.StartsWith($"The previous hash has {length} bytes, not 32.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_look_alike_are_kept_apart_as_they_were_written()
    {
        // U+00E9 and U+0065 U+0301 are the same letter to a reader.
        var (composed, decomposed) = (With(entry => entry with { Reason = "\u00e9" }), With(entry => entry with { Reason = "e\u0301" }));
        Assert.NotEqual(AuditRecordBytes.Encode(composed), AuditRecordBytes.Encode(decomposed));
        AssertSame(decomposed, AuditRecordReader.Read(AuditRecordBytes.Encode(decomposed)));
    }

    [Fact]
    public void A_text_of_a_megabyte_is_kept()
    {
        var record = With(entry => entry with { After = new string('é', 1_000_000) });
        AssertSame(record, AuditRecordReader.Read(AuditRecordBytes.Encode(record)));
    }

    [Fact]
    public void Bytes_begin_with_the_product_and_the_layout() => Assert.Equal("VWB-AUDIT\u0001", Encoding.ASCII.GetString(AuditRecordBytes.Encode(Make.Bare).AsSpan(0, 10)));

    private static AuditRecord With(Func<AuditEntry, AuditEntry> change) => Make.Full with { Entry = change(Make.Full.Entry) };

    private static void AssertSame(AuditRecord expected, AuditRecord actual)
    {
        Assert.Equal(expected.PreviousHash, actual.PreviousHash);
        Assert.Equal(expected.Entry.Attachments, actual.Entry.Attachments);
        Assert.Equal(expected.Entry with { Attachments = [] }, actual.Entry with { Attachments = [] });
        Assert.Equal(expected with { PreviousHash = [], Entry = Make.Bare.Entry }, actual with { PreviousHash = [], Entry = Make.Bare.Entry });
    }
}
