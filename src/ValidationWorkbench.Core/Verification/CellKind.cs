namespace ValidationWorkbench.Verification;

/// <summary>Storage class of a value as SQLite holds it, which need not be the one that the column was declared with.</summary>
public enum CellKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number of 64 bits.</summary>
    WholeNumber,

    /// <summary>A floating-point number; no column of the records holds one.</summary>
    Real,

    /// <summary>Text, as the bytes that are stored.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Blob,
}
