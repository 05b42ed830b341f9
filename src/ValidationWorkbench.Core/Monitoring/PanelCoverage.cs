namespace ValidationWorkbench.Monitoring;

/// <summary>Which cases two runs share.</summary>
/// <param name="Shared">Number of cases that are the same in both.</param>
/// <param name="Changed">Ids of cases that both have, with another question or expectation.</param>
/// <param name="OnlyInFirst">Ids of cases that only the first run has.</param>
/// <param name="OnlyInSecond">Ids of cases that only the second run has.</param>
public sealed record PanelCoverage(int Shared, IReadOnlyList<string> Changed, IReadOnlyList<string> OnlyInFirst, IReadOnlyList<string> OnlyInSecond);
