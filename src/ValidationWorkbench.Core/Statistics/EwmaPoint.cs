namespace ValidationWorkbench.Statistics;

/// <summary>One look at a control chart.</summary>
/// <param name="Value">The moving average at this look.</param>
/// <param name="Lower">Lower control limit at this look.</param>
/// <param name="Upper">Upper control limit at this look.</param>
public readonly record struct EwmaPoint(double Value, double Lower, double Upper)
{
    /// <summary>True where the value lies beyond a limit; on it is not beyond it.</summary>
    public bool IsSignal => Value < Lower || Value > Upper;
}
