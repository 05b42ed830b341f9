namespace ValidationWorkbench.Oracles;

/// <summary>What became of one oracle.</summary>
/// <param name="Oracle">The oracle.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Detail">For a miss: which value, got and expected; for an error: what happened; otherwise empty.</param>
public sealed record OracleResult(Oracle Oracle, OracleOutcome Outcome, string Detail);
