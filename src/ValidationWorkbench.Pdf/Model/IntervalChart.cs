namespace ValidationWorkbench.Pdf;

/// <summary>Estimates with their intervals as dots with whiskers, on one scale from <see cref="Minimum"/> to <see cref="Maximum"/>.</summary>
public sealed record IntervalChart(double Minimum, double Maximum, IReadOnlyList<Interval> Rows) : Figure
{
    /// <summary>Digits after the decimal point in printed numbers, 0 to 6.</summary>
    public int Decimals { get; init; } = 2;
}
