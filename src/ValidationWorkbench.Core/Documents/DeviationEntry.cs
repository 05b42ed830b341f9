namespace ValidationWorkbench.Documents;

/// <summary>What did not go as planned or expected, as the records tell it.</summary>
/// <param name="Kind">Kind of deviation, by which they are counted.</param>
/// <param name="What">What it is.</param>
/// <param name="Expected">What was planned or expected.</param>
/// <param name="Observed">What is on record instead.</param>
/// <param name="Class">Critical, major or minor where the plan says so; otherwise for a person to say.</param>
/// <param name="Evidence">Where it is found.</param>
internal sealed record DeviationEntry(string Kind, string What, string Expected, string Observed, string Class, string Evidence);
