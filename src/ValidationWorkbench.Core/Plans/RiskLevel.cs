namespace ValidationWorkbench.Plans;

/// <summary>Level of a rating of risk, and of the priority that follows from the ratings.</summary>
public enum RiskLevel
{
    High,
    Medium,
    Low,
}
