namespace ValidationWorkbench.Cli;

/// <summary>The records could not be written to any longer, such as on a full disk. What was acknowledged before is safe.</summary>
internal sealed class RecordsUnavailableException(string message, Exception inner) : Exception(message, inner);
