namespace ValidationWorkbench.Oracles;

/// <summary>Texts and suites: <c>text.*</c>.</summary>
internal static class TextOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
