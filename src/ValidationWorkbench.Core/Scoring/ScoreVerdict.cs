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

    /// <summary>Our own scorer failed. That says nothing about the model and makes the assessment invalid.</summary>
    Unscored,
}
