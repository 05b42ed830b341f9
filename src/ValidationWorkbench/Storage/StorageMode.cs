namespace ValidationWorkbench.Storage;

/// <summary>How commits are made durable.</summary>
/// <param name="Journal">Value of <c>journal_mode</c>.</param>
/// <param name="Synchronous">Value of <c>synchronous</c>: 2 is FULL, 3 is EXTRA.</param>
internal sealed record StorageMode(string Journal, int Synchronous)
{
    /// <summary>A rollback journal; the directory is synchronised as well when the journal has gone.</summary>
    public static StorageMode DeleteExtra { get; } = new("delete", 3);

    /// <summary>A write-ahead log that is synchronised at every commit.</summary>
    public static StorageMode WalFull { get; } = new("wal", 2);

    /// <summary>
    /// The mode for a version of SQLite. Up to 3.51.2 two connections that write or checkpoint at once can lose committed transactions in WAL
    /// mode; 3.51.3 mended that, and so did 3.44.6 and 3.50.7 for their own lines. Lines between these are not mended.
    /// </summary>
    /// <param name="version">As SQLite numbers it: 3.50.7 is 3050007.</param>
    public static StorageMode For(int version) => version is >= 3_051_003 or (>= 3_044_006 and < 3_045_000) or (>= 3_050_007 and < 3_051_000) ? WalFull : DeleteExtra;
}
