namespace ValidationWorkbench.Pdf;

/// <summary>A signature that was given or is still awaited.</summary>
/// <param name="Name">Who signs; empty for a line to write the name on.</param>
/// <param name="Role">In which role.</param>
/// <param name="Meaning">What the signature means, such as approval.</param>
public sealed record SignatureLine(string Name, string Role, string Meaning)
{
    /// <summary>Date and time with offset as printed, or null while nobody has signed.</summary>
    public string? SignedAt { get; init; }

    /// <summary>Identifier of the signature.</summary>
    public string Id { get; init; } = "";

    /// <summary>Beginning of the hash that was signed.</summary>
    public string Hash { get; init; } = "";
}
