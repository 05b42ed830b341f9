using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>What a check of the trail finds, and at which sequence.</summary>
public sealed class ChainVerifierTests
{
    private static readonly List<StoredAuditRecord> Chain = Make.Chain(5);

    [Fact]
    public void An_untouched_chain_has_no_fault_and_its_last_hash_as_head()
    {
        var verifier = Make.Verify(Chain);
        Assert.Empty(verifier.Faults);
        Assert.Equal((5L, Convert.ToHexStringLower(Chain[4].Hash)), (verifier.Count, verifier.Head));
    }

    [Fact]
    public void An_empty_log_has_a_head_of_zeros()
    {
        var verifier = new ChainVerifier();
        Assert.Equal((0L, new string('0', 64)), (verifier.Count, verifier.Head));
        Assert.Empty(verifier.Faults);
    }

    [Fact]
    public void A_record_is_handed_back_as_read() => Assert.Equal(Make.LogId, new ChainVerifier().Add(Chain[0])!.LogId);

    [Fact]
    public void A_byte_flipped_anywhere_in_a_record_is_found_at_that_record() => Assert.All(Enumerable.Range(0, Chain[2].Bytes.Length), position =>
    {
        byte[] bytes = [.. Chain[2].Bytes];
        bytes[position] ^= 0x20;
        var faults = Make.Verify(Replaced(2, Chain[2].Edited(bytes: bytes))).Faults;
        Assert.Contains(faults, fault => fault is { Kind: ChainFaultKind.Hash, Sequence: 3 });
        Assert.Contains(faults, fault => fault is { Kind: ChainFaultKind.Link, Sequence: 3 or 4 });
    });

    [Fact]
    public void A_record_rewritten_with_a_fresh_hash_breaks_the_link_of_the_next()
    {
        var forged = Make.Stored(AuditRecordReader.Read(Chain[2].Bytes) with { Host = "other" });
        AssertFaults(Replaced(2, forged), (ChainFaultKind.Link, 4));
    }

    [Fact]
    public void A_stored_hash_that_was_edited_is_found() => AssertFaults(Replaced(2, Chain[2].Edited(hash: new byte[32])), (ChainFaultKind.Hash, 3));

    [Fact]
    public void A_deleted_row_leaves_a_gap_and_a_broken_link() => AssertFaults([.. Chain[..2], .. Chain[3..]], (ChainFaultKind.Gap, 4), (ChainFaultKind.Link, 4));

    [Fact]
    public void A_deleted_first_row_is_found() => AssertFaults(Chain[1..], (ChainFaultKind.Gap, 2), (ChainFaultKind.Link, 2));

    [Fact]
    public void A_row_that_is_there_twice_is_found() => AssertFaults([.. Chain[..3], Chain[2], .. Chain[3..]], (ChainFaultKind.Gap, 3), (ChainFaultKind.Link, 3));

    [Fact]
    public void Rows_that_changed_places_are_found() => AssertFaults(
        [Chain[0], Chain[2], Chain[1], .. Chain[3..]], (ChainFaultKind.Gap, 3), (ChainFaultKind.Link, 3), (ChainFaultKind.Time, 2));

    [Fact]
    public void Rows_whose_contents_changed_places_are_found() => AssertFaults(
        [Chain[0], Chain[2].Edited(sequence: 2), Chain[1].Edited(sequence: 3), .. Chain[3..]], (ChainFaultKind.Link, 2), (ChainFaultKind.Column, 2), (ChainFaultKind.Time, 3));

    [Fact]
    public void A_gap_closed_by_renumbering_the_column_is_found() => AssertFaults(
        [Chain[0], Chain[2].Edited(sequence: 2), Chain[3].Edited(sequence: 3)], (ChainFaultKind.Link, 2), (ChainFaultKind.Column, 2));

    [Fact]
    public void A_previous_hash_changed_in_the_record_is_found()
    {
        var forged = Make.Stored(AuditRecordReader.Read(Chain[2].Bytes) with { PreviousHash = new byte[32] });
        AssertFaults(Replaced(2, forged), (ChainFaultKind.Link, 3));
    }

    [Fact]
    public void Time_that_goes_back_is_found()
    {
        var record = AuditRecordReader.Read(Chain[4].Bytes) with { AtMicros = 1039 };
        AssertFaults(Replaced(4, Make.Stored(record)), (ChainFaultKind.Time, 5));
    }

    [Fact]
    public void Time_that_stands_still_is_no_fault()
    {
        var record = AuditRecordReader.Read(Chain[4].Bytes) with { AtMicros = 1040 };
        AssertFaults(Replaced(4, Make.Stored(record)));
    }

    [Fact]
    public void A_record_of_another_log_is_found()
    {
        var record = AuditRecordReader.Read(Chain[4].Bytes) with { LogId = Guid.Empty };
        AssertFaults(Replaced(4, Make.Stored(record)), (ChainFaultKind.Log, 5));
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_found_and_checking_goes_on()
    {
        byte[] bytes = [.. Chain[1].Bytes, 0];
        var verifier = new ChainVerifier();
        verifier.Add(Chain[0]);
        Assert.Null(verifier.Add(Chain[1].Edited(bytes: bytes, hash: AuditChain.Hash(bytes))));
        Assert.NotNull(verifier.Add(Chain[2]));
        verifier.Add(Chain[3].Edited(action: "other"));
        Assert.Equal([(ChainFaultKind.Layout, 2L), (ChainFaultKind.Link, 3L), (ChainFaultKind.Column, 4L)], verifier.Faults.Select(fault => (fault.Kind, fault.Sequence)));
    }

    [Fact]
    public void Each_class_reports_its_first_sequence_only() =>
        AssertFaults([Chain[0], Chain[1].Edited(action: "x"), Chain[2].Edited(action: "x"), Chain[3].Edited(hash: []), Chain[4].Edited(hash: [])], (ChainFaultKind.Column, 2), (ChainFaultKind.Hash, 4));

    [Fact]
    public void Details_name_what_was_expected_and_what_was_found()
    {
        Assert.Equal("expected sequence 3, found 4", Make.Verify([.. Chain[..2], Chain[3]]).Faults[0].Detail);
        Assert.Equal($"stored hash 00, bytes give {Convert.ToHexStringLower(Chain[0].Hash)}", Make.Verify([Chain[0].Edited(hash: [0])]).Faults[0].Detail);
        Assert.Equal("column ActorId differs from the record's bytes", Make.Verify([Chain[0].Edited(actorId: "x")]).Faults[0].Detail);
    }

    private static List<StoredAuditRecord> Replaced(int index, StoredAuditRecord row) => [.. Chain[..index], row, .. Chain[(index + 1)..]];

    private static void AssertFaults(IEnumerable<StoredAuditRecord> rows, params (ChainFaultKind, long)[] expected) =>
        Assert.Equal(expected, Make.Verify(rows).Faults.Select(fault => (fault.Kind, fault.Sequence)));
}
