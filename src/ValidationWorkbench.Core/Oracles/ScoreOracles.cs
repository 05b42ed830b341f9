namespace ValidationWorkbench.Oracles;

/// <summary>Continuous scores: <c>cont.*</c>.</summary>
internal static class ScoreOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
