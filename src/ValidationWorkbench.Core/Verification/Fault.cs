namespace ValidationWorkbench.Verification;

/// <summary>Something that does not hold, with the evidence.</summary>
/// <param name="Class">What is wrong.</param>
/// <param name="Sequence">Sequence at which it shows first; null where no record is concerned.</param>
/// <param name="Detail">What was expected and what was found.</param>
public sealed record Fault(FaultClass Class, long? Sequence, string Detail)
{
    /// <summary>One line for a reader.</summary>
    public override string ToString() => Sequence is { } sequence ? FormattableString.Invariant($"record {sequence}: {Class}: {Detail}") : $"{Class}: {Detail}";
}
