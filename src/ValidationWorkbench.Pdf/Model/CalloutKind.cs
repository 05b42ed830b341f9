namespace ValidationWorkbench.Pdf;

/// <summary>How strongly a callout asks for attention.</summary>
public enum CalloutKind
{
    Info,
    Warning,
}
