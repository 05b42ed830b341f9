namespace ValidationWorkbench.Documents;

/// <summary>How far a requirement is verified; what asks for attention first.</summary>
public enum TraceState
{
    /// <summary>It is to be verified by a criterion, and the plan has none for it.</summary>
    Gap,

    /// <summary>A criterion for it was shown not to be met.</summary>
    CoveredFailed,

    /// <summary>The data cannot tell for a criterion, or the run is no basis for judgement.</summary>
    CoveredUndecided,

    /// <summary>A criterion for it had nothing to count.</summary>
    CoveredNotExecuted,

    /// <summary>Only a procedure of the company can show it.</summary>
    NotAutomatable,

    /// <summary>The records of the run show it; no criterion gives a verdict.</summary>
    ByRecord,

    /// <summary>Every criterion for it was shown to be met.</summary>
    CoveredPassed,
}
