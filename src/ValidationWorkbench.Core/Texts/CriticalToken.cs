namespace ValidationWorkbench.Texts;

/// <summary>A token that decides what a step means.</summary>
/// <param name="Kind">Why it is critical.</param>
/// <param name="Meaning">What is compared: equal for tokens that mean the same, such as "&lt;=" and "≤", "+5" and "5", or "cannot" and "not".</param>
/// <param name="Text">What is shown: the token in lower case; of a polarity word its base form.</param>
public sealed record CriticalToken(CriticalTokenKind Kind, string Meaning, string Text);
