namespace ValidationWorkbench.Cases;

/// <summary>A part of a hybrid system.</summary>
public sealed record ExpectedComponent
{
    /// <summary>Name as it stands in the case's text.</summary>
    public required string Name { get; init; }

    /// <summary>Its GAMP category: 1, 3, 4 or 5.</summary>
    public required int Category { get; init; }
}
