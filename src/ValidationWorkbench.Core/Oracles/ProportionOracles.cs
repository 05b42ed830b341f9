namespace ValidationWorkbench.Oracles;

/// <summary>Single proportions: <c>prop.*</c>, <c>lat.*</c>, <c>err.*</c>.</summary>
internal static class ProportionOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
