using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Audit;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>Columns beside the bytes prove nothing, and an edited one is named.</summary>
public sealed class EditedColumnTests
{
    private static readonly List<StoredAuditRecord> Chain = Make.Chain(3);

    public static TheoryData<string> Columns => [.. Edits.Keys];

    private static Dictionary<string, StoredAuditRecord> Edits => new()
    {
        ["PreviousHash"] = Chain[1].Edited(previousHash: new byte[32]),
        ["AtMicros"] = Chain[1].Edited(atMicros: 1),
        ["ActorId"] = Chain[1].Edited(actorId: "x"),
        ["Action"] = Chain[1].Edited(action: "x"),
        ["EntityType"] = Chain[1].Edited(entityType: "x"),
        ["EntityId"] = Chain[1].Edited(entityId: "x"),
        ["RunId"] = Chain[1].Edited(runId: "x"),
        ["Reason"] = Chain[1].Edited(reason: "x"),
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void An_edited_column_is_named_with_its_sequence(string column)
    {
        var fault = Assert.Single(Make.Verify([Chain[0], Edits[column], Chain[2]]).Faults);

        Assert.Equal((FaultClass.Column, 2L), (fault.Class, fault.Sequence));
        Assert.StartsWith($"column {column} is ", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_sequence_is_a_gap_and_an_edited_column() => Assert.Equal(
        [FaultClass.Gap, FaultClass.Column], Make.Verify([Chain[0], Chain[1].Edited(sequence: 3)]).Faults.Select(fault => fault.Class));

    [Fact]
    public void Every_column_but_bytes_and_hash_has_its_test() => Assert.Equal(
        typeof(StoredAuditRecord).GetProperties().Select(property => property.Name).Except(["Bytes", "Hash", "Sequence"]).Order(), Edits.Keys.Order());
}
