namespace ValidationWorkbench.Models.Probing;

/// <summary>One line of a probe.</summary>
/// <param name="Subject">What was looked at, such as <c>JSON schema</c>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">What was seen, in one line.</param>
/// <param name="Latency">Time of the call that shows it; null where none was made for it.</param>
public sealed record ProbeFinding(string Subject, ProbeOutcome Outcome, string Detail, TimeSpan? Latency = null);
