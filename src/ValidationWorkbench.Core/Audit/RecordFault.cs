namespace ValidationWorkbench.Audit;

/// <summary>A record that does not fit the others.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Detail">What was expected and what was found.</param>
public sealed record RecordFault(long Sequence, string Detail);
