namespace ValidationWorkbench.Plans;

/// <summary>Risk of a requirement that is not met. It decides how strictly it is verified, never the score.</summary>
public enum RiskClass
{
    High,
    Medium,
    Low,
}
