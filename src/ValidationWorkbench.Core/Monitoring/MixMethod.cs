namespace ValidationWorkbench.Monitoring;

/// <summary>How the category mix was tested.</summary>
public enum MixMethod
{
    /// <summary>Not at all: a group without answers, or one category only.</summary>
    None,

    /// <summary>Pearson's chi-square: every expected count is at least 5.</summary>
    ChiSquare,

    /// <summary>Exact test of Fisher, Freeman and Halton: an expected count is below 5.</summary>
    Exact,

    /// <summary>Pearson's chi-square after the smallest categories were merged: an expected count is below 5, and there are too many answers for the exact test.</summary>
    ChiSquareMerged,
}
