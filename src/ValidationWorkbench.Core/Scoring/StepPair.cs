namespace ValidationWorkbench.Scoring;

/// <summary>Two steps that were paired.</summary>
/// <param name="Left">Place of the step in the left suite, from 0.</param>
/// <param name="Right">Place of its counterpart in the right suite, from 0.</param>
/// <param name="Similarity">How like they are, from the threshold to 1.</param>
public sealed record StepPair(int Left, int Right, double Similarity);
