using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Monitoring;

/// <summary>A run of a series.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Scores">Mean case score of each task, in [0,1].</param>
public sealed record SeriesRun(string RunId, IReadOnlyDictionary<CaseTask, double> Scores);
