namespace ValidationWorkbench.Models;

/// <summary>A function that the model is told of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Parameters">JSON schema of its arguments.</param>
public sealed record RequestTool(string Name, string Description, string Parameters);
