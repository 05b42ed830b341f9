namespace ValidationWorkbench.Scoring;

/// <summary>How one answer was judged against the expected one.</summary>
public enum ScoreVerdict
{
    /// <summary>As expected.</summary>
    Right,

    /// <summary>Not as expected, or unreadable.</summary>
    Wrong,

    /// <summary>The model said it cannot decide. Not right, but named as what it is.</summary>
    Undecided,
}
