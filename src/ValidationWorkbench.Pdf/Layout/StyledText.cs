namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Text of one appearance, before it is broken into lines.</summary>
internal sealed record StyledText(string Text, TextStyle Style, TextLink? Link = null);
