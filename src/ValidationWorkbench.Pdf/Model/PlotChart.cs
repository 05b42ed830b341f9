namespace ValidationWorkbench.Pdf;

/// <summary>Series of points in a plane with limits on either scale: courses over time, distributions as steps, agreement with a diagonal.</summary>
/// <param name="Horizontal">The scale from left to right.</param>
/// <param name="Vertical">The scale from bottom to top.</param>
/// <param name="Series">1 to 4 series, told apart by stroke and mark and named below the drawing.</param>
public sealed record PlotChart(ChartAxis Horizontal, ChartAxis Vertical, IReadOnlyList<PlotSeries> Series) : Figure
{
    /// <summary>Upright lines at values of the horizontal scale.</summary>
    public IReadOnlyList<ChartLimit> HorizontalLimits { get; init; } = [];

    /// <summary>Level lines at values of the vertical scale.</summary>
    public IReadOnlyList<ChartLimit> VerticalLimits { get; init; } = [];

    /// <summary>Name of a line from the lower left to the upper right corner, or null for none.</summary>
    public string? Diagonal { get; init; }

    /// <summary>Height of the plane in points, 60 to 400.</summary>
    public double Height { get; init; } = 170;
}
