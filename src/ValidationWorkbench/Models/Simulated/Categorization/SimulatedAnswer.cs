namespace ValidationWorkbench.Models;

/// <summary>What the simulated model answers to a categorization case.</summary>
internal sealed record SimulatedAnswer
{
    /// <summary>1, 3, 4, 5 or null where the text gives no evidence.</summary>
    public required int? Category { get; init; }

    public IReadOnlyList<(string Name, int Category)> Components { get; init; } = [];

    public double Confidence { get; init; }

    public required string Rationale { get; init; }

    /// <summary>Quotes that occur verbatim in the prompt, each within one line.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
