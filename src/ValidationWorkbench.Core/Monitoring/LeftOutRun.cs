namespace ValidationWorkbench.Monitoring;

/// <summary>A run of the same panel and candidate that no chart is made of.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Reason">Why, in a few words, such as <c>NO-GO</c>.</param>
public sealed record LeftOutRun(string RunId, string Reason);
