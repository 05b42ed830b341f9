namespace ValidationWorkbench.Models.Probing;

/// <summary>What an endpoint did with something it was asked for.</summary>
public enum ProbeOutcome
{
    /// <summary>It did as asked.</summary>
    Honoured,

    /// <summary>It answered as if it had not been asked.</summary>
    Ignored,

    /// <summary>It did not accept the question.</summary>
    Refused,

    /// <summary>It was not asked, or its answer shows nothing.</summary>
    NotTried,

    /// <summary>Seen, and neither good nor bad.</summary>
    Noted,
}
