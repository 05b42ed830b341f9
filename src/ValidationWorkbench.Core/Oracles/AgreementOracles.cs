namespace ValidationWorkbench.Oracles;

/// <summary>Agreement of raters: <c>agree.*</c>.</summary>
internal static class AgreementOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
