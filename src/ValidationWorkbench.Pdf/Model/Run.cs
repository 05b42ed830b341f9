namespace ValidationWorkbench.Pdf;

/// <summary>A piece of text of one appearance; a line feed in it starts a new line.</summary>
public sealed record Run(string Text, bool Bold = false, bool Code = false)
{
    public static implicit operator Run(string text) => FromString(text);

    public static Run FromString(string text) => new(text);
}
