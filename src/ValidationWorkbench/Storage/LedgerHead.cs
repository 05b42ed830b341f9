using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>End of the audit trail.</summary>
/// <param name="Records">Records so far; also the sequence of the last.</param>
/// <param name="Hash">Hash of the last record, lower-case hex; 64 zeros for an empty log.</param>
/// <param name="Root">Root of the Merkle tree over all records, lower-case hex; what a checkpoint of this size signs.</param>
public sealed record LedgerHead(long Records, string Hash, string Root)
{
    public static LedgerHead Empty { get; } = new(0, new string('0', 64), Convert.ToHexStringLower(MerkleTree.EmptyRoot));
}
