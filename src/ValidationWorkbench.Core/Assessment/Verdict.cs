namespace ValidationWorkbench.Assessment;

/// <summary>Verdict on one criterion, taken from a bound, never from the observed value alone.</summary>
public enum Verdict
{
    /// <summary>The data rule out that the true value is on the wrong side of the limit.</summary>
    Go,

    /// <summary>The data rule out that it is on the right side, or a gate without tolerance was broken.</summary>
    NoGo,

    /// <summary>The data cannot tell.</summary>
    Undecided,
}
