using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Decisions;

/// <summary>How often one plan was tried with one candidate: each try is another chance of a GO that the candidate does not deserve.</summary>
/// <param name="Number">Number of the run among those of its plan and candidate on record, from 1.</param>
/// <param name="Level">Probability of a false GO in one try, at most: one minus the least confidence of the criteria; null where none has one.</param>
public sealed record RunTries(int Number, double? Level)
{
    /// <summary>Tries of a plan with these criteria. A gate has no confidence.</summary>
    public static RunTries Of(int number, IReadOnlyList<AcceptanceCriterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var levels = criteria.Where(criterion => criterion.Method != CriterionMethod.Gate).Select(criterion => (double?)(1 - criterion.Confidence));
        return new RunTries(number, levels.Max());
    }

    /// <summary>What a reader of the outcome must know; null for the first try. The figure is 1-(1-a)^n, for independent tries.</summary>
    public string? Describe() => Number < 2 ? null
        : string.Create(CultureInfo.InvariantCulture, $"Run {Number} of this plan and candidate on record: ") + "each further try raises the chance of a false GO"
            + (Level is { } level
                ? string.Create(CultureInfo.InvariantCulture, $" (with {Number} independent tries from {Figures.Setting(level)} to ")
                    + $"{Figures.UpperBound(Multiplicity.RepeatUntilPass(level, Number))})."
                : ".");
}
