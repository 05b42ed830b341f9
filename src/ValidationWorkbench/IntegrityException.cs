namespace ValidationWorkbench;

/// <summary>What is stored is not what was recorded. Nothing may be concluded from it until that is explained.</summary>
public sealed class IntegrityException(string message) : Exception(message);
