namespace ValidationWorkbench.Assessment;

/// <summary>How well one category is recognised, over calls. Descriptive: calls of one case are not independent.</summary>
/// <param name="Category">The category.</param>
/// <param name="Expected">Calls on cases that expect it.</param>
/// <param name="Answered">Calls answered with it.</param>
/// <param name="Right">Calls that expect it and are answered with it.</param>
public sealed record CategoryRates(string Category, int Expected, int Answered, int Right)
{
    /// <summary>Share of the answers with this category that are right, in [0,1]; null where there is none.</summary>
    public double? Precision => Answered == 0 ? null : (double)Right / Answered;

    /// <summary>Share of the calls expecting this category that are answered with it, in [0,1]; null where there is none.</summary>
    public double? Recall => Expected == 0 ? null : (double)Right / Expected;
}
