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
    public static IReadOnlyList<string> Reasons(Execution execution, IReadOnlyList<ModelTotals> totals, IReadOnlyList<string> foreignModels)
    {
        ArgumentNullException.ThrowIfNull(execution);
        ArgumentNullException.ThrowIfNull(totals);
        var reasons = new List<string>(foreignModels);
        foreach (var model in totals)
        {
            if (model.Aborted > 0)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{model.Role}: {model.Aborted} of {model.Planned} trials were not finished."));
            }

            if (model.Error > execution.MaxErrorShare * model.Planned)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{model.Role}: {model.Error} of {model.Planned} trials had no answer; the plan allows {Figures.Setting(execution.MaxErrorShare)}."));
            }
        }

        return reasons;
    }
}
