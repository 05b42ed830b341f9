namespace ValidationWorkbench.Plans;

/// <summary>What is counted: n is the number of cases or the number of calls, never a mixture.</summary>
public enum CriterionUnit
{
    /// <summary>A case with all its repeats counts once.</summary>
    Case,

    /// <summary>Every call counts.</summary>
    Call,
}
