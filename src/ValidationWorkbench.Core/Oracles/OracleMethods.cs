namespace ValidationWorkbench.Oracles;

/// <summary>Every method that oracle files can name.</summary>
public static class OracleMethods
{
    /// <summary>Methods by name.</summary>
    public static IReadOnlyDictionary<string, OracleMethod> All { get; } = new[]
    {
        FoundationOracles.Methods,
        ProportionOracles.Methods,
        PairedOracles.Methods,
        AgreementOracles.Methods,
        ScoreOracles.Methods,
        RepeatOracles.Methods,
        DriftOracles.Methods,
        TextOracles.Methods,
        DecisionOracles.Methods,
    }.SelectMany(group => group).ToDictionary(StringComparer.Ordinal);
}
