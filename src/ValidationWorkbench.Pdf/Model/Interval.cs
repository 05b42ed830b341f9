namespace ValidationWorkbench.Pdf;

/// <summary>One row of a chart: an estimate between its bounds and, where there is one, the limit it is held against.</summary>
public sealed record Interval(string Label, double Lower, double Point, double Upper, double? Limit = null)
{
    /// <summary>
    /// Estimate and bounds as printed beside the drawing; if left out, they are written with the chart's decimals, bounds rounded outwards.
    /// </summary>
    public string? Numbers { get; init; }

    /// <summary>How the estimate stands to its limit, in one or two words printed at the end of the row.</summary>
    public string? State { get; init; }

    /// <summary>Whether the dot is drawn hollow, for a row whose state asks for attention.</summary>
    public bool Hollow { get; init; }
}
