namespace ValidationWorkbench.Monitoring;

/// <summary>One answer given in production, whose truth nobody knows.</summary>
/// <param name="Category">Category as it was logged, such as <c>4</c> or <c>undecided</c>.</param>
/// <param name="Confidence">Confidence stated by the model, in [0,1]; null where it was not logged.</param>
/// <param name="AtMicros">When it was given, in microseconds since 1970-01-01 UTC; null where it was not logged.</param>
public sealed record ProductionAnswer(string Category, double? Confidence, long? AtMicros);
