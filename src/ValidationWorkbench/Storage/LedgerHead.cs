using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>End of the audit trail.</summary>
public sealed record LedgerHead
{
    private readonly CompactRange? tree;
    private string? root;

    public LedgerHead(long records, string hash, string root) => (Records, Hash, this.root) = (records, hash, root);

    /// <summary>A head whose root is computed when it is asked for: most callers never ask, and it costs more than the hash of a record.</summary>
    /// <param name="hash">Hash of the last record.</param>
    /// <param name="tree">Tree over all records, which nobody changes any more.</param>
    internal LedgerHead(byte[] hash, CompactRange tree) => (Records, Hash, this.tree) = (tree.Size, Convert.ToHexStringLower(hash), tree);

    public static LedgerHead Empty { get; } = new(AuditChain.Start, new CompactRange());

    /// <summary>Records so far; also the sequence of the last.</summary>
    public long Records { get; }

    /// <summary>Hash of the last record, lower-case hex; 64 zeros for an empty log.</summary>
    public string Hash { get; }

    /// <summary>Root of the Merkle tree over all records, lower-case hex; what a checkpoint of this size signs.</summary>
    public string Root => root ??= Convert.ToHexStringLower(tree!.Root());

    public bool Equals(LedgerHead? other) => other is not null && (Records, Hash, Root) == (other.Records, other.Hash, other.Root);

    public override int GetHashCode() => HashCode.Combine(Records, Hash);
}
