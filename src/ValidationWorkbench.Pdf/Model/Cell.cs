namespace ValidationWorkbench.Pdf;

/// <summary>The text of one table cell.</summary>
public sealed record Cell(string Text, bool Bold = false, bool Code = false)
{
    public static implicit operator Cell(string text) => FromString(text);

    public static Cell FromString(string text) => new(text);
}
