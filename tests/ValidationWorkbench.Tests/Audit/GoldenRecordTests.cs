using ValidationWorkbench.Audit;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>
/// Bytes and hashes of two records, put together outside of .NET (Python struct and hashlib) from the layout alone. If they change, no old
/// trail can be checked any more.
/// </summary>
public sealed class GoldenRecordTests
{
    private const string BareBytes =
        "5657422d4155444954010123456789abcdef0123456789abcdef0000000000000001000000000000000000000000000000000000000000000000000000000000" +
        "00000000000000000001000000000000000100000000000000000002000000000000000000000000000000000000000168000000017400000001730000000161" +
        "0000000141000000015200000001450000000b72756e2d706c616e6e65640000000372756e00000003522d31000000000000000000000000";

    private const string FullBytes =
        "5657422d4155444954010123456789abcdef0123456789abcdef01020304050607080102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e" +
        "1f20000660c49c489740000660c49c46b501ff2e7ffffffffffffffffedcba9876543210fedcba9876543210000000076772c3b6c39f65000000000000000633" +
        "2e33352e3500000001610000000141000000015200000001450000000b72756e2d706c616e6e65640000000372756e00000003522d3100000003522d3101cccc" +
        "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc010000000001000000137b227374617465223a22706c616e6e6564227d010000000b" +
        "e6bca2e5ad9720f09f988000000002000000057265706c797fffffffffffffffaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" +
        "000000000000000000000000e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void The_bytes_of_a_bare_record_are_fixed() => Assert.Equal(BareBytes, Convert.ToHexStringLower(AuditRecordBytes.Encode(Make.Bare)));

    [Fact]
    public void The_bytes_of_a_full_record_are_fixed() => Assert.Equal(FullBytes, Convert.ToHexStringLower(AuditRecordBytes.Encode(Make.Full)));

    [Fact]
    public void Hashes_are_leaf_hashes_of_rfc_6962()
    {
        // SHA-256(0x00 || bytes).
        Assert.Equal("5718ae738ac4d97d6914531b31970308506f2638f69a651b58dc5f80f3d154e4", Convert.ToHexStringLower(AuditChain.Hash(Convert.FromHexString(BareBytes))));
        Assert.Equal("85d31e4fa34a6482e2a3672c0463d011df3abed082e85fec2a84b181bd16f956", Convert.ToHexStringLower(AuditChain.Hash(Convert.FromHexString(FullBytes))));
    }

    [Fact]
    public void The_hash_of_nothing_is_the_published_leaf_hash_of_an_empty_entry() =>
        // RFC 6962 test vectors: SHA-256 of the single byte 00.
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Convert.ToHexStringLower(AuditChain.Hash([])));

    [Fact]
    public void A_stored_record_carries_bytes_hash_and_columns()
    {
        var stored = StoredAuditRecord.From(Make.Full);
        Assert.Equal((FullBytes, "85d31e4fa34a6482e2a3672c0463d011df3abed082e85fec2a84b181bd16f956"), (Convert.ToHexStringLower(stored.Bytes), Convert.ToHexStringLower(stored.Hash)));
        Assert.Equal(Make.Full.PreviousHash, stored.PreviousHash);
        Assert.Equal((Make.Full.Sequence, Make.Full.AtMicros, "a", "run-planned"), (stored.Sequence, stored.AtMicros, stored.ActorId, stored.Action));
        Assert.Equal(("run", "R-1", "R-1", ""), (stored.EntityType, stored.EntityId, stored.RunId, stored.Reason));
    }
}
