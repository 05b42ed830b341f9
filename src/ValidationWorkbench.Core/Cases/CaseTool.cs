namespace ValidationWorkbench.Cases;

/// <summary>A function that a case offers to the model. The workbench never carries it out.</summary>
public sealed record CaseTool
{
    /// <summary>Its name: 1 to 64 letters, digits, hyphens or underscores.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for the model.</summary>
    public required string Description { get; init; }

    /// <summary>JSON schema of its arguments, as a text that holds a JSON object.</summary>
    public required string Parameters { get; init; }
}
