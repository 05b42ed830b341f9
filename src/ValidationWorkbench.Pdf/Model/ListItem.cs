namespace ValidationWorkbench.Pdf;

/// <summary>One entry of a list; <see cref="Nested"/> entries are printed below it, in at most four levels altogether.</summary>
public sealed record ListItem(IReadOnlyList<Run> Runs)
{
    public IReadOnlyList<ListItem> Nested { get; init; } = [];

    public static implicit operator ListItem(string text) => FromString(text);

    public static ListItem FromString(string text) => new([new Run(text)]);
}
