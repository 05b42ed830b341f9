namespace ValidationWorkbench.Scoring;

/// <summary>Ends the reading of a reply at its first departure from the structure; it never leaves this folder.</summary>
internal sealed class ShapeException(string message) : Exception(message);
