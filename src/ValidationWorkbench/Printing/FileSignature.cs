namespace ValidationWorkbench.Printing;

/// <summary>The signature in one file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Cms">Detached CMS signature (DER), base64.</param>
public sealed record FileSignature(string File, string Cms);
