namespace ValidationWorkbench.Audit;

/// <summary>What is expected of records in a regulated environment: ALCOA, its "plus" and traceability, in the usual order.</summary>
public enum AlcoaPrinciple
{
    /// <summary>Done by an identified person or program.</summary>
    Attributable,

    /// <summary>Readable and understandable, with its order.</summary>
    Legible,

    /// <summary>Recorded when it happened.</summary>
    Contemporaneous,

    /// <summary>The first capture is kept.</summary>
    Original,

    /// <summary>What is derived agrees with what it is derived from, and nothing was edited.</summary>
    Accurate,

    /// <summary>Nothing is left out, neither repeats nor failures.</summary>
    Complete,

    /// <summary>In one order, under one configuration, in one form.</summary>
    Consistent,

    /// <summary>Intact for as long as it is kept.</summary>
    Enduring,

    /// <summary>Can be found and read.</summary>
    Available,

    /// <summary>From plan to trial to evidence to document without a loose end.</summary>
    Traceable,
}
