namespace ValidationWorkbench.Plans;

/// <summary>One acceptance criterion, fixed before any result is known.</summary>
public sealed record AcceptanceCriterion
{
    /// <summary>Id within the plan, such as <c>AC-01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is measured.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>Requirement it gives evidence for.</summary>
    public required string Requirement { get; init; }

    /// <summary>Weight.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is counted.</summary>
    public required CriterionUnit Unit { get; init; }

    /// <summary>How it is decided.</summary>
    public required CriterionMethod Method { get; init; }

    /// <summary>
    /// The limit: a least share; for <see cref="CriterionKind.UnderCategorization"/> and <see cref="CriterionKind.ErrorRate"/> a greatest share, for
    /// <see cref="CriterionKind.NonInferiority"/> the margin as a positive share, for <see cref="CriterionKind.Confidence"/> the difference that must be
    /// ruled out, for <see cref="CriterionKind.SuiteSimilarity"/> the least share of the baseline's self-similarity.
    /// </summary>
    public required double Limit { get; init; }

    /// <summary>Confidence of the one-sided bound that is compared with the limit, in (0.5,1). A gate has none and takes no notice of it.</summary>
    public required double Confidence { get; init; }

    /// <summary>Least score of one case, for kinds that turn a score into an attribute; null otherwise.</summary>
    public double? CaseLimit { get; init; }

    /// <summary>Mean confidences of the two models that differ by less than this count as alike, for <see cref="CriterionKind.AgreementWithBaseline"/>; null to compare categories alone.</summary>
    public double? Tolerance { get; init; }

    /// <summary>
    /// Mean similarity of the baseline to itself below which it is too noisy to be a yardstick and nothing is decided, in (0,1), for
    /// <see cref="CriterionKind.SuiteSimilarity"/>; null otherwise.
    /// </summary>
    public double? LeastSelfSimilarity { get; init; }

    /// <summary>
    /// Greatest share of cases in which the confidences may differ by more than twice the limit, in (0,1), for
    /// <see cref="CriterionKind.Confidence"/>; null otherwise.
    /// </summary>
    public double? MaxLargeShare { get; init; }

    /// <summary>Seconds that a call may take, for <see cref="CriterionKind.Latency"/>; null otherwise.</summary>
    public double? Seconds { get; init; }

    /// <summary>Only cases with all these strata count; empty means every case of the kind's task.</summary>
    public IReadOnlyDictionary<string, string> Stratum { get; init; } = new Dictionary<string, string>();
}
