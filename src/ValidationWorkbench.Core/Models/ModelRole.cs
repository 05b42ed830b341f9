namespace ValidationWorkbench.Models;

/// <summary>Which side of the comparison a model stands on.</summary>
public enum ModelRole
{
    /// <summary>The model in use today, against which the candidate is compared.</summary>
    Baseline,

    /// <summary>The model that is to replace the baseline.</summary>
    Candidate,
}
