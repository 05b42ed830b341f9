namespace ValidationWorkbench.Documents;

/// <summary>Records of one action that are counted and not shown one by one.</summary>
/// <param name="Action">The action.</param>
/// <param name="Count">How many.</param>
/// <param name="First">Sequence of the first.</param>
/// <param name="Last">Sequence of the last.</param>
public sealed record TrailTally(string Action, int Count, long First, long Last);
