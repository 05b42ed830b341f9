namespace ValidationWorkbench.Cases;

/// <summary>An ordered set of cases of one task.</summary>
public sealed record CaseSet
{
    /// <summary>The only value of <see cref="Format"/> that this version reads.</summary>
    public const string CurrentFormat = "validation-workbench/case-set/1";

    public required string Format { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required CaseTask Task { get; init; }

    public required IReadOnlyList<TestCase> Cases { get; init; }
}
