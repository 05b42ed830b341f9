namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A heading text taken apart into its number ("4.1", possibly empty) and the title proper, so that further lines can hang below the title.</summary>
internal sealed record NumberedTitle(string Number, string Title)
{
    /// <summary>The number as it is drawn: with a space, which keeps number and title apart when text is extracted.</summary>
    public string Label => Number.Length == 0 ? "" : Number + " ";

    public static NumberedTitle Parse(string text)
    {
        string trimmed = text.Trim();
        int end = trimmed.IndexOfAny([' ', '\t', '\u00A0']);
        bool numbered = end > 0 && char.IsAsciiDigit(trimmed[0]) && trimmed[..end].All(c => char.IsAsciiDigit(c) || c == '.');
        return numbered ? new NumberedTitle(trimmed[..end], trimmed[end..].TrimStart()) : new NumberedTitle("", trimmed);
    }
}
