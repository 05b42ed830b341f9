namespace ValidationWorkbench.Oracles;

/// <summary>Change over time: <c>drift.*</c>.</summary>
internal static class DriftOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
