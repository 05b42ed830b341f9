using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Decisions;

/// <summary>Says why a run is no basis for judgement.</summary>
public static class ValidityRule
{
    /// <summary>Reasons in a fixed order; empty where the run is valid.</summary>
    /// <param name="execution">Rules of the plan.</param>
    /// <param name="totals">Trials of both models.</param>
    /// <param name="foreignModels">For each model that answered under a name that was not asked for: one line that says so.</param>
    /// <param name="scorerFaults">Faults of our own scorers, one line each: they say nothing about a model.</param>
    public static IReadOnlyList<string> Reasons(Execution execution, IReadOnlyList<ModelTotals> totals, IReadOnlyList<string> foreignModels, IReadOnlyList<string> scorerFaults)
    {
        ArgumentNullException.ThrowIfNull(execution);
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(scorerFaults);
        var reasons = new List<string>(foreignModels);
        if (scorerFaults.Count > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture,
                $"The workbench's own scorer failed {(scorerFaults.Count == 1 ? "once" : $"{scorerFaults.Count} times")}, which says nothing about the models; please report it. First: {scorerFaults[0]}"));
        }

        foreach (var model in totals)
        {
            if (model.Aborted > 0)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{model.Role}: {model.Aborted} of {model.Planned} trials were not finished."));
            }

            if (model.Error > (decimal)execution.MaxErrorShare * model.Planned)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{model.Role}: {model.Error} of {model.Planned} trials had no answer; the plan allows {Figures.Setting(execution.MaxErrorShare)}."));
            }
        }

        return reasons;
    }
}
