namespace ValidationWorkbench.Pdf;

/// <summary>The colour of a piece of text; it must not be the only bearer of a meaning.</summary>
public enum Tone
{
    Text,
    Muted,
    Accent,
}
