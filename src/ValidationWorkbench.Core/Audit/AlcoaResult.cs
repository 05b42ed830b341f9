namespace ValidationWorkbench.Audit;

/// <summary>The checks of one attribute, and what no program can check.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Checks">Its checks.</param>
/// <param name="Procedure">What cannot be computed from records and is for procedure and people.</param>
public sealed record AlcoaResult(AlcoaPrinciple Attribute, IReadOnlyList<AlcoaCheck> Checks, IReadOnlyList<string> Procedure)
{
    /// <summary>Fail where a check fails, pass where one passes and none fails.</summary>
    public AlcoaOutcome Outcome => Checks.Count == 0 ? AlcoaOutcome.NotApplicable : Checks.Max(check => check.Outcome);
}
