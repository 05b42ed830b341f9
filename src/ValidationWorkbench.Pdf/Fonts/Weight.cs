namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>The weights in use; each becomes one font in the file.</summary>
internal enum Weight
{
    Regular,
    SemiBold,
}
