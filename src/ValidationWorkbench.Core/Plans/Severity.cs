namespace ValidationWorkbench.Plans;

/// <summary>Weight of a criterion. It orders the findings and never changes a verdict.</summary>
public enum Severity
{
    /// <summary>Severe: a failure could mislead a reviewer into too little validation.</summary>
    Critical,

    /// <summary>The use would not be worth having.</summary>
    Major,

    /// <summary>Inconvenient.</summary>
    Minor,
}
