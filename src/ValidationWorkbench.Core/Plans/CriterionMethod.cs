namespace ValidationWorkbench.Plans;

/// <summary>How a criterion is decided.</summary>
public enum CriterionMethod
{
    /// <summary>One-sided exact bound of a proportion (Clopper and Pearson 1934).</summary>
    ClopperPearson,

    /// <summary>Score interval of a paired difference of proportions (Tango 1998).</summary>
    Tango,

    /// <summary>One-sided t bound of the mean of (cross similarity - limit x baseline self-similarity) over cases.</summary>
    CeilingRatio,

    /// <summary>Two one-sided t tests of a mean paired difference (Schuirmann 1987): the interval must lie within plus and minus the limit.</summary>
    Equivalence,

    /// <summary>A gate without tolerance: a single case on the wrong side decides.</summary>
    Gate,
}
