namespace ValidationWorkbench.Verification;

/// <summary>What can be wrong with records. The first sequence of each class is reported.</summary>
public enum FaultClass
{
    /// <summary>The database cannot be read, or says itself that it is damaged.</summary>
    Database,

    /// <summary>A sequence number is missing or out of order.</summary>
    Gap,

    /// <summary>The previous hash is not the hash of the record before.</summary>
    Link,

    /// <summary>The stored hash is not the hash of the bytes.</summary>
    Hash,

    /// <summary>The bytes are no record.</summary>
    Layout,

    /// <summary>A column differs from the bytes.</summary>
    Column,

    /// <summary>Time runs backwards.</summary>
    Time,

    /// <summary>A record or checkpoint belongs to another log.</summary>
    Log,

    /// <summary>The key that must sign is not the one that is expected, or is none.</summary>
    Key,

    /// <summary>The anchor cannot be read.</summary>
    Anchor,

    /// <summary>A signature does not hold.</summary>
    Signature,

    /// <summary>The records do not give the tree that a checkpoint vouches for, or two checkpoints contradict each other.</summary>
    Checkpoint,

    /// <summary>A checkpoint vouches for more records than there are.</summary>
    Truncation,

    /// <summary>Records stand after the last checkpoint.</summary>
    Tail,

    /// <summary>A row differs from the record that says how it must be.</summary>
    Row,

    /// <summary>A row stands in a table, but no record says so.</summary>
    Orphan,

    /// <summary>A record says that there is a row, but there is none.</summary>
    Missing,

    /// <summary>Counts of a run do not add up.</summary>
    Arithmetic,

    /// <summary>Evidence is missing or was altered.</summary>
    Evidence,

    /// <summary>An issued document is missing or was altered.</summary>
    Document,

    /// <summary>The stored replies give other results than those on record.</summary>
    Result,

    /// <summary>A table, an index or a guard of the database is missing or altered, or there is one that is not the workbench's; or the schema is of another version.</summary>
    Schema,

    /// <summary>A time stamp on a checkpoint does not hold, or is not by the authority that was given.</summary>
    Timestamp,
}
