namespace ValidationWorkbench.Cases;

/// <summary>Something a competent tester would certainly challenge.</summary>
public sealed record MustHaveCheck
{
    /// <summary>Requirement that the test must trace to.</summary>
    public required string Requirement { get; init; }

    /// <summary>What is challenged, in one sentence.</summary>
    public required string Check { get; init; }

    /// <summary>Words or numbers that must all occur in such a test; alternatives within one are separated by <c>|</c>.</summary>
    public required IReadOnlyList<string> Terms { get; init; }
}
