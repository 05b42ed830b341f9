using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>Links records: the hash of a record is SHA-256(0x00 || bytes), the leaf hash of RFC 6962, so that chain and Merkle tree share one hash.</summary>
public static class AuditChain
{
    /// <summary>What stands as previous hash in the first record: 32 zero bytes.</summary>
    public static byte[] Start => new byte[32];

    /// <summary>Hash of a record's bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> recordBytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(recordBytes);
        return hash.GetHashAndReset();
    }
}
