namespace ValidationWorkbench.Cases;

/// <summary>The expected answer to a categorization case. Exactly one of the three is given.</summary>
public sealed record ExpectedCategory
{
    /// <summary>The one right category: 1, 3, 4 or 5.</summary>
    public int? Category { get; init; }

    /// <summary>Categories that are all defensible.</summary>
    public IReadOnlyList<int> AnyOf { get; init; } = [];

    /// <summary>Parts of a hybrid system, each with its own category.</summary>
    public IReadOnlyList<ExpectedComponent> Components { get; init; } = [];

    /// <summary>Acceptable overall categories, ascending. For a hybrid it is the highest of its parts, since the custom part sets the rigour.</summary>
    public IReadOnlyList<int> Acceptable =>
        Components.Count > 0 ? [Components.Max(component => component.Category)]
        : AnyOf.Count > 0 ? [.. AnyOf.Order()]
        : Category is { } category ? [category] : [];
}
