using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Files;

/// <summary>A line of a file of dispositions that holds one.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="CaseId">The case.</param>
/// <param name="DifferenceId">The difference, by <see cref="StepDifference.Id"/>.</param>
/// <param name="Disposition">What was found.</param>
public sealed record DispositionRow(int Line, string CaseId, string DifferenceId, Disposition Disposition);
