namespace ValidationWorkbench.Scoring;

/// <summary>A part of a hybrid as the model names and categorises it.</summary>
public sealed record AnsweredComponent(string Name, int Category);
