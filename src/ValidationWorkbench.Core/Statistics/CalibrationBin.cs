namespace ValidationWorkbench.Statistics;

/// <summary>Answers of about equal confidence.</summary>
/// <param name="Index">Number of the bin from 0; bin b of B holds confidences from b/B on.</param>
/// <param name="N">Answers in it, at least one.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that is right.</param>
public sealed record CalibrationBin(int Index, int N, double Confidence, double Accuracy);
