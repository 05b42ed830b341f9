namespace ValidationWorkbench.Statistics;

/// <summary>How the repeats of a case become one verdict, agreed on before the first call.</summary>
public enum CaseRule
{
    /// <summary>Right in every repeat, "reliably right".</summary>
    AllRight,

    /// <summary>Right in at least one repeat.</summary>
    AnyRight,

    /// <summary>Right in more than half of the repeats.</summary>
    Majority,

    /// <summary>Right in the first repeat, whatever the others are.</summary>
    First,
}
