namespace ValidationWorkbench.Plans;

/// <summary>How a failure is rated, and what follows in two steps: severity and probability give the risk class, class and detectability the
/// priority.</summary>
public sealed record RiskRatings
{
    /// <summary>Of the effect.</summary>
    public required RiskLevel Severity { get; init; }

    /// <summary>That the failure happens.</summary>
    public required RiskLevel Probability { get; init; }

    /// <summary>Chance that the failure is noticed before it takes effect; high is good.</summary>
    public required RiskLevel Detectability { get; init; }

    /// <summary>Risk class 1 to 3; 1 is the most severe.</summary>
    public int Class => RiskMatrix.ClassOf(Severity, Probability);

    /// <summary>Priority with which the risk is to be treated.</summary>
    public RiskLevel Priority => RiskMatrix.PriorityOf(Class, Detectability);
}
