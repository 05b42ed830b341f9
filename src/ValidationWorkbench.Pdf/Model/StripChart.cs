namespace ValidationWorkbench.Pdf;

/// <summary>Every single value on one scale, group by group, against limits that hold for all groups.</summary>
public sealed record StripChart(ChartAxis Axis, IReadOnlyList<Strip> Rows) : Figure
{
    public IReadOnlyList<ChartLimit> Limits { get; init; } = [];
}
