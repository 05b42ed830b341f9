namespace ValidationWorkbench.Plans;

/// <summary>What signs the PDF files of a package when they are issued.</summary>
public sealed record SigningPlan
{
    /// <summary>PKCS #12 file: absolute, from the home folder with <c>~/</c>, or relative to the folder that the command is started in.</summary>
    public required string Certificate { get; init; }

    /// <summary>Environment variable that holds its password; null for a file without one.</summary>
    public string? PasswordVariable { get; init; }
}
