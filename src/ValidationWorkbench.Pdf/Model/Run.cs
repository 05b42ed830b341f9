namespace ValidationWorkbench.Pdf;

/// <summary>A piece of text of one appearance; a line feed in it starts a new line.</summary>
public sealed record Run(string Text, bool Bold = false, bool Code = false)
{
    /// <summary>Whether the letters are slanted.</summary>
    public bool Italic { get; init; }

    public Tone Tone { get; init; }

    /// <summary>An absolute address outside of the document that the text leads to, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The <see cref="Heading.Id"/> of the heading that the text leads to, or null. A text has an address or a target, not both.</summary>
    public string? Target { get; init; }

    public static implicit operator Run(string text) => FromString(text);

    public static Run FromString(string text) => new(text);
}
