namespace ValidationWorkbench.Models;

/// <summary>A suite as the simulated model drafts it.</summary>
internal sealed record DraftedSuite(IReadOnlyList<DraftedTest> Tests, double Confidence);

/// <summary>A test of a drafted suite.</summary>
internal sealed record DraftedTest
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> RequirementIds { get; init; }

    public required IReadOnlyList<string> Prerequisites { get; init; }

    /// <summary>Steps in order; their numbers start at 1.</summary>
    public required IReadOnlyList<DraftedStep> Steps { get; init; }

    public required IReadOnlyList<string> AcceptanceCriteria { get; init; }
}

/// <summary>What is done and what must then be seen.</summary>
internal readonly record struct DraftedStep(string Action, string ExpectedResult);
