using ValidationWorkbench.Models;

namespace ValidationWorkbench.Assessment;

/// <summary>What counts about one call for latency and errors.</summary>
/// <param name="CaseId">Case asked.</param>
/// <param name="Role">Model asked.</param>
/// <param name="Answered">True where an answer came.</param>
/// <param name="Latency">Time from first byte sent to last byte received.</param>
/// <param name="FirstToken">Time until the first token of a streamed reply; null for none.</param>
public readonly record struct CallFact(string CaseId, ModelRole Role, bool Answered, TimeSpan Latency, TimeSpan? FirstToken = null);
