namespace ValidationWorkbench.Oracles;

/// <summary>Decisions, multiplicity and calibration: <c>decision.*</c>, <c>study.*</c>, <c>multi.*</c>, <c>calib.*</c>.</summary>
internal static class DecisionOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
