namespace ValidationWorkbench.Oracles;

/// <summary>How an oracle came out.</summary>
public enum OracleOutcome
{
    /// <summary>Every expected value was met within the tolerance.</summary>
    Within,

    /// <summary>At least one value differs, is missing or could not be computed.</summary>
    Miss,

    /// <summary>The workbench has no method of that name.</summary>
    UnknownMethod,
}
