namespace ValidationWorkbench.Storage;

/// <summary>The records could not be read or written, such as on a full disk. What was acknowledged before is safe; what was not is not stored.</summary>
/// <param name="message">What is the matter with them.</param>
/// <param name="inner">What the storage threw.</param>
public sealed class RecordsUnavailableException(string message, Exception inner) : Exception(message, inner);
