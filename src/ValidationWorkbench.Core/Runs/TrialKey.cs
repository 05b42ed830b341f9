using System.Globalization;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Runs;

/// <summary>Names one trial of a run: one case, one model, one repeat. No two trials of a run share it.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Role">Model asked.</param>
/// <param name="Repeat">Repeat, from 1.</param>
public readonly record struct TrialKey(string CaseId, ModelRole Role, int Repeat)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{Role}/{Repeat}");
}
