namespace ValidationWorkbench.Pdf;

/// <summary>The lines that repeat at the head or foot of every page; <c>{page}</c> and <c>{pages}</c> stand for the page number and the page count.</summary>
public sealed record PageStrip
{
    public static readonly PageStrip Empty = new();

    public IReadOnlyList<string> Left { get; init; } = [];

    public IReadOnlyList<string> Right { get; init; } = [];
}
