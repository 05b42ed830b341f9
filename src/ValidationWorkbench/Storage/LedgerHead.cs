namespace ValidationWorkbench.Storage;

/// <summary>End of the audit trail.</summary>
/// <param name="Records">Records so far; also the sequence of the last.</param>
/// <param name="Hash">Hash of the last record, lower-case hex; 64 zeros for an empty log.</param>
public sealed record LedgerHead(long Records, string Hash)
{
    public static LedgerHead Empty { get; } = new(0, new string('0', 64));
}
