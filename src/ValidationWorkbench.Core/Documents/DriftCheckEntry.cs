namespace ValidationWorkbench.Documents;

/// <summary>A drift check on record.</summary>
/// <param name="Sequence">Sequence of its audit record.</param>
/// <param name="Reference">Accepted run that it was held against.</param>
/// <param name="Checked">Later run, or what stands for production.</param>
/// <param name="Outcome">STABLE, ALERT or REVALIDATE.</param>
public sealed record DriftCheckEntry(long Sequence, string Reference, string Checked, string Outcome);
