namespace ValidationWorkbench.Audit;

/// <summary>A place where the trail does not hold, with the evidence.</summary>
/// <param name="Kind">Class of the fault.</param>
/// <param name="Sequence">Sequence at which it shows.</param>
/// <param name="Detail">What was expected and what was found.</param>
public sealed record ChainFault(ChainFaultKind Kind, long Sequence, string Detail);
