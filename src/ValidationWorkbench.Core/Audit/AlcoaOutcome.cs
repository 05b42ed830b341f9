namespace ValidationWorkbench.Audit;

/// <summary>What a check of records gives. There is no word for more than the check: whether records satisfy a rule is for people to say.</summary>
public enum AlcoaOutcome
{
    /// <summary>There was nothing to check.</summary>
    NotApplicable,

    /// <summary>Everything checked holds.</summary>
    Pass,

    /// <summary>Something does not.</summary>
    Fail,
}
