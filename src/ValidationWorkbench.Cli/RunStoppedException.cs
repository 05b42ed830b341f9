namespace ValidationWorkbench.Cli;

/// <summary>A run stopped because its records could not be written to any longer, such as on a full disk. What was acknowledged before is safe.</summary>
internal sealed class RunStoppedException(string message, Exception inner) : Exception(message, inner);
