namespace ValidationWorkbench.Documents;

/// <summary>How the statistical methods of an installation met the oracles that travel with it.</summary>
/// <param name="Within">Oracles met within their tolerance.</param>
/// <param name="Oracles">All oracles of the file.</param>
/// <param name="Sha256">Hash of the oracle file.</param>
public sealed record SelfTestSummary(int Within, int Oracles, string Sha256);
