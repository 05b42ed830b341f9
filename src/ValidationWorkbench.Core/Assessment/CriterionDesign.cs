using System.Globalization;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>What one criterion can show with the number of cases or calls planned.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="N">Cases or calls that will be counted.</param>
/// <param name="SmallestN">Smallest number with which the criterion can be GO at all; null where none is enough.</param>
/// <param name="Powers">Probability of GO at assumed true values; empty where no number of cases is enough.</param>
public sealed record CriterionDesign(AcceptanceCriterion Criterion, int N, int? SmallestN, IReadOnlyList<AssumedPower> Powers)
{
    /// <summary>False where the criterion can never be GO with these counts.</summary>
    public bool CanBeGo => N >= SmallestN;

    /// <summary>The powers as printed.</summary>
    public IReadOnlyList<string> Chances => Powers.Count == 0 ? ["–"] : [.. Powers.Select(power => $"{power.Assumption}: {Figures.Percent(power.Power)}")];

    /// <summary>For a criterion that can never be GO: why, in one line.</summary>
    public string Impossibility => SmallestN is { } smallest
        ? string.Create(CultureInfo.InvariantCulture,
            $"{Criterion.Id} {CriterionWords.Name(Criterion)} can never be GO with these counts: {N} {(Criterion.Unit == CriterionUnit.Call ? "calls" : "cases")} planned, at least {smallest} needed.")
        : $"{Criterion.Id} {CriterionWords.Name(Criterion)} can never be GO with one repeat: it needs at least three.";
}
