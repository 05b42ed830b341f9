namespace ValidationWorkbench.Monitoring;

/// <summary>One run on the control charts.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Score">Its mean case score.</param>
/// <param name="Average">Moving average.</param>
/// <param name="Lower">Lower control limit of the average.</param>
/// <param name="Upper">Upper control limit.</param>
/// <param name="Cusum">Cumulative sum of losses, in standard deviations.</param>
/// <param name="AverageSignals">True where the average lies beyond a limit.</param>
/// <param name="CusumSignals">True where the cumulative sum does.</param>
public sealed record DriftChartPoint(string RunId, double Score, double Average, double Lower, double Upper, double Cusum, bool AverageSignals, bool CusumSignals)
{
    public bool IsSignal => AverageSignals || CusumSignals;
}
