namespace ValidationWorkbench.Documents;

/// <summary>An assessment of the same run by the same plan that came later, so that it holds instead.</summary>
/// <param name="Number">Its number within the run.</param>
/// <param name="AtMicros">When it was made.</param>
/// <param name="Sequence">Sequence of its audit record.</param>
public sealed record LaterAssessment(int Number, long AtMicros, long Sequence)
{
    /// <summary>Such as <c>assessment 2 of 2026-11-21 07:50:12 UTC (record 61)</c>.</summary>
    public string Describe() => FormattableString.Invariant($"assessment {Number} of {Microseconds.WriteForPeople(AtMicros)} (record {Sequence})");
}
