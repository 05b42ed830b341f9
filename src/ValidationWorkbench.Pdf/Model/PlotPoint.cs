namespace ValidationWorkbench.Pdf;

/// <summary>A point of a plot.</summary>
public sealed record PlotPoint(double X, double Y)
{
    /// <summary>Lower end of an upright whisker, or null for none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of an upright whisker, or null for none.</summary>
    public double? Upper { get; init; }

    /// <summary>Words at the top of the plane, led to the point by a fine line.</summary>
    public string? Label { get; init; }
}
