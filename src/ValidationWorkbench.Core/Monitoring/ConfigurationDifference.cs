namespace ValidationWorkbench.Monitoring;

/// <summary>A setting in which two runs differ.</summary>
/// <param name="Field">The setting, such as <c>candidate temperature</c>.</param>
/// <param name="First">Its value in the first run.</param>
/// <param name="Second">Its value in the second run.</param>
/// <param name="IsHard">
/// True where the candidate as it was validated has changed, so that a revalidation has to be considered whatever the answers look like.
/// </param>
public sealed record ConfigurationDifference(string Field, string First, string Second, bool IsHard);
