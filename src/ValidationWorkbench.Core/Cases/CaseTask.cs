namespace ValidationWorkbench.Cases;

/// <summary>What is asked of the model.</summary>
public enum CaseTask
{
    /// <summary>Sort a computerised system into a GAMP category.</summary>
    Categorization,

    /// <summary>Draft an OQ test suite from user requirements.</summary>
    OqGeneration,
}
