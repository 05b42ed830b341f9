namespace ValidationWorkbench.Audit;

/// <summary>One computable check and the evidence for what it gives.</summary>
/// <param name="Attribute">Attribute that it belongs to.</param>
/// <param name="Statement">What must hold.</param>
/// <param name="Outcome">Whether it does.</param>
/// <param name="Evidence">Counts, and details of the first fault.</param>
/// <param name="Sequences">Sequences of records for which it does not hold: the first of them, at most <see cref="MostSequences"/>.</param>
public sealed record AlcoaCheck(AlcoaPrinciple Attribute, string Statement, AlcoaOutcome Outcome, string Evidence, IReadOnlyList<long> Sequences)
{
    /// <summary>Most sequences that are named; the evidence counts all.</summary>
    public const int MostSequences = 10;
}
