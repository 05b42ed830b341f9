namespace ValidationWorkbench.Plans;

/// <summary>The two steps by which ratings become a priority, as in the functional risk assessment of GAMP 5, second edition, appendix M3.</summary>
public static class RiskMatrix
{
    /// <summary>All levels, high first.</summary>
    public static IReadOnlyList<RiskLevel> Levels { get; } = [RiskLevel.High, RiskLevel.Medium, RiskLevel.Low];

    /// <summary>Risk class 1 to 3: both ratings together none or one level below high are class 1, two levels below are class 2, more are class
    /// 3.</summary>
    public static int ClassOf(RiskLevel severity, RiskLevel probability) => Math.Clamp((int)severity + (int)probability, 1, 3);

    /// <summary>Priority of a class, 1 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static RiskLevel PriorityOf(int riskClass, RiskLevel detectability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(riskClass, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(riskClass, 3);
        return (riskClass, detectability) switch
        {
            (1, not RiskLevel.High) or (2, RiskLevel.Low) => RiskLevel.High,
            (1, _) or (2, RiskLevel.Medium) or (3, RiskLevel.Low) => RiskLevel.Medium,
            _ => RiskLevel.Low,
        };
    }
}
