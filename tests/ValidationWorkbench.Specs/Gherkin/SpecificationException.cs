namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>A feature file or a binding that cannot be used, or a step that failed; the cause of a failed step is the inner exception.</summary>
public sealed class SpecificationException(string message, Exception? innerException = null)
    : Exception(message, innerException);
