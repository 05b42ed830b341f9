namespace ValidationWorkbench.Monitoring;

/// <summary>A case that is reliably right in one run and not in the other.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Gained">True where only the second run has it right in every repeat; false where only the first has.</param>
/// <param name="First">Answers in the first run.</param>
/// <param name="Second">Answers in the second run.</param>
public sealed record CaseFlip(string CaseId, bool Gained, CaseAnswers First, CaseAnswers Second);
