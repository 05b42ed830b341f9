namespace ValidationWorkbench.Oracles;

/// <summary>Repeats of a case: <c>repro.*</c>.</summary>
internal static class RepeatOracles
{
    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
    };
}
