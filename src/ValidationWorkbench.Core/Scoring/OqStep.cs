namespace ValidationWorkbench.Scoring;

/// <summary>One step of a test.</summary>
public sealed record OqStep(int Number, string Action, string ExpectedResult);
