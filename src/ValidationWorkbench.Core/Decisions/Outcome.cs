namespace ValidationWorkbench.Decisions;

/// <summary>What the workbench recommends. Named humans decide.</summary>
public enum Outcome
{
    /// <summary>Every criterion was shown to be met.</summary>
    Go,

    /// <summary>At least one criterion was shown not to be met, or the intended use rules a language model out.</summary>
    NoGo,

    /// <summary>The data cannot tell for at least one criterion, and none was shown not to be met.</summary>
    Undecided,

    /// <summary>The run is no basis for judgement; there is no recommendation.</summary>
    Invalid,
}
