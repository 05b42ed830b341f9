namespace ValidationWorkbench.Plans;

/// <summary>Steps of qualification that people carry out; what the workbench has on record itself needs none.</summary>
public sealed record QualificationPlan
{
    public IReadOnlyList<QualificationStep> Installation { get; init; } = [];

    public IReadOnlyList<QualificationStep> Operation { get; init; } = [];

    public IReadOnlyList<QualificationStep> Performance { get; init; } = [];
}
