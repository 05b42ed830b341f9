namespace ValidationWorkbench.Pdf;

/// <summary>A scale of a chart between two finite ends at most 1e12 from zero and at least 1e-9 apart.</summary>
public sealed record ChartAxis(string Title, double Minimum, double Maximum)
{
    /// <summary>Whether the values are shares, whose numbers are printed times 100 with a percent sign.</summary>
    public bool Percent { get; init; }
}
