namespace ValidationWorkbench.Audit;

/// <summary>Classes of faults in a trail.</summary>
public enum ChainFaultKind
{
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

    /// <summary>The record belongs to another log.</summary>
    Log,
}
