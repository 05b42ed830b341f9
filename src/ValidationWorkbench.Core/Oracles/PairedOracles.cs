namespace ValidationWorkbench.Oracles;

/// <summary>Paired yes-no data: <c>paired.*</c>.</summary>
internal static class PairedOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
