using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Audit;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>What a check of the trail finds, and at which sequence.</summary>
public sealed class TrailVerifierTests
{
    private static readonly List<StoredAuditRecord> Chain = Make.Chain(5);

    [Fact]
    public void An_untouched_chain_has_no_fault_and_its_last_hash_as_head()
    {
        var faults = new FaultLog();
        var trail = new TrailVerifier(faults);
        Assert.All(Chain, row => Assert.True(trail.Add(Make.Row(row), out _)));
        Assert.Empty(faults.Faults);
        Assert.Equal((5L, Convert.ToHexStringLower(Chain[4].Hash), Make.LogId), (trail.Count, trail.Head, trail.LogId));
    }

    [Fact]
    public void An_empty_log_has_a_head_of_zeros()
    {
        var trail = new TrailVerifier(new FaultLog());
        Assert.Equal((0L, new string('0', 64)), (trail.Count, trail.Head));
    }

    [Fact]
    public void A_byte_flipped_anywhere_in_a_record_is_found_at_that_record() => Assert.All(Enumerable.Range(0, Chain[2].Bytes.Length), position =>
    {
        byte[] bytes = [.. Chain[2].Bytes];
        bytes[position] ^= 0x20;
        var faults = Make.Verify(Replaced(2, Chain[2].Edited(bytes: bytes))).Faults;
        Assert.Contains(faults, fault => fault is { Class: FaultClass.Hash, Sequence: 3 });
        Assert.Contains(faults, fault => fault is { Class: FaultClass.Link, Sequence: 3 or 4 });
    });

    [Fact]
    public void A_record_rewritten_with_a_fresh_hash_breaks_the_link_of_the_next()
    {
        var forged = Make.Stored(AuditRecordReader.Read(Chain[2].Bytes) with { Host = "other" });
        AssertFaults(Replaced(2, forged), (FaultClass.Link, 4));
    }

    [Fact]
    public void A_stored_hash_that_was_edited_is_found() => AssertFaults(Replaced(2, Chain[2].Edited(hash: new byte[32])), (FaultClass.Hash, 3));

    [Fact]
    public void A_deleted_row_leaves_a_gap_and_a_broken_link() => AssertFaults([.. Chain[..2], .. Chain[3..]], (FaultClass.Gap, 3), (FaultClass.Link, 4));

    [Fact]
    public void A_deleted_first_row_is_found() => AssertFaults(Chain[1..], (FaultClass.Gap, 1), (FaultClass.Link, 2), (FaultClass.Log, 2));

    [Fact]
    public void A_row_that_is_there_twice_is_found() => AssertFaults([.. Chain[..3], Chain[2], .. Chain[3..]], (FaultClass.Gap, 3), (FaultClass.Link, 3));

    [Fact]
    public void Rows_that_changed_places_are_found() => AssertFaults(
        [Chain[0], Chain[2], Chain[1], .. Chain[3..]], (FaultClass.Gap, 2), (FaultClass.Link, 2), (FaultClass.Time, 2));

    [Fact]
    public void Rows_whose_contents_changed_places_are_found() => AssertFaults(
        [Chain[0], Chain[2].Edited(sequence: 2), Chain[1].Edited(sequence: 3), .. Chain[3..]], (FaultClass.Link, 2), (FaultClass.Column, 2), (FaultClass.Time, 3));

    [Fact]
    public void A_gap_closed_by_renumbering_the_column_is_found() => AssertFaults(
        [Chain[0], Chain[2].Edited(sequence: 2), Chain[3].Edited(sequence: 3)], (FaultClass.Link, 2), (FaultClass.Column, 3));

    [Fact]
    public void A_previous_hash_changed_in_the_record_is_found()
    {
        var forged = Make.Stored(AuditRecordReader.Read(Chain[2].Bytes) with { PreviousHash = new byte[32] });
        AssertFaults(Replaced(2, forged), (FaultClass.Link, 3));
    }

    [Fact]
    public void Time_that_goes_back_is_found()
    {
        var record = AuditRecordReader.Read(Chain[4].Bytes) with { AtMicros = 1039 };
        AssertFaults(Replaced(4, Make.Stored(record)), (FaultClass.Time, 5));
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
        AssertFaults(Replaced(4, Make.Stored(record)), (FaultClass.Log, 5));
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_found_and_checking_goes_on()
    {
        byte[] bytes = [.. Chain[1].Bytes, 0];
        AssertFaults(
            [Chain[0], Chain[1].Edited(bytes: bytes, hash: AuditChain.Hash(bytes)), Chain[2], Chain[3].Edited(action: "other")],
            (FaultClass.Layout, 2), (FaultClass.Link, 3), (FaultClass.Column, 4));
    }

    [Fact]
    public void Each_class_reports_its_first_sequence() =>
        AssertFaults([Chain[0], Chain[1].Edited(action: "x"), Chain[2].Edited(action: "x"), Chain[3].Edited(hash: []), Chain[4].Edited(hash: [])], (FaultClass.Column, 2), (FaultClass.Hash, 4));

    [Fact]
    public void Details_name_what_was_expected_and_what_was_found()
    {
        Assert.Equal("expected sequence 3, found 4", Make.Verify([.. Chain[..2], Chain[3]]).Faults[0].Detail);
        Assert.Equal($"stored hash 00, the bytes give {Convert.ToHexStringLower(Chain[0].Hash)}", Make.Verify([Chain[0].Edited(hash: [0])]).Faults[0].Detail);
        Assert.Equal("column ActorId is x, which differs from the record's bytes", Make.Verify([Chain[0].Edited(actorId: "x")]).Faults[0].Detail);
    }

    private static List<StoredAuditRecord> Replaced(int index, StoredAuditRecord row) => [.. Chain[..index], row, .. Chain[(index + 1)..]];

    private static void AssertFaults(IEnumerable<StoredAuditRecord> rows, params (FaultClass, long)[] expected) =>
        Assert.Equal(expected.Order(), Make.Verify(rows).Classes.Select(found => (found.Class, found.FirstSequence ?? 0)).Order());
}
