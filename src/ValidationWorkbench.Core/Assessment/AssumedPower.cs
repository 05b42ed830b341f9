namespace ValidationWorkbench.Assessment;

/// <summary>Probability that a criterion is GO if the true value is the assumed one.</summary>
/// <param name="Assumption">The assumed true value in words.</param>
/// <param name="Power">Probability in [0,1].</param>
public sealed record AssumedPower(string Assumption, double Power);
