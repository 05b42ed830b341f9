using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>What was found for one criterion.</summary>
public sealed record Finding
{
    public required AcceptanceCriterion Criterion { get; init; }

    /// <summary>Cases or calls counted.</summary>
    public required int N { get; init; }

    /// <summary>Observed value; null where n = 0 or it is undefined.</summary>
    public double? Observed { get; init; }

    /// <summary>One-sided lower bound; null where the method has none.</summary>
    public double? Lower { get; init; }

    /// <summary>One-sided upper bound; null where the method has none.</summary>
    public double? Upper { get; init; }

    /// <summary>
    /// Upper bound of the share of cases with a large difference, the second part of <see cref="CriterionKind.Confidence"/>; null for other kinds.
    /// </summary>
    public double? GuardUpper { get; init; }

    /// <summary>
    /// The same observed value for the baseline, for comparison only; where a difference is observed, the baseline's own figure: its share of cases
    /// right in every repeat, or its mean confidence.
    /// </summary>
    public double? Baseline { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }
}
