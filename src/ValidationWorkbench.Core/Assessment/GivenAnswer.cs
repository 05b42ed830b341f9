namespace ValidationWorkbench.Assessment;

/// <summary>An answer as far as another one can be equal to it.</summary>
/// <param name="Text">Its text, byte for byte.</param>
/// <param name="Decision">What was decided; null where it cannot be read, and then it equals nothing.</param>
public sealed record GivenAnswer(string Text, string? Decision);
