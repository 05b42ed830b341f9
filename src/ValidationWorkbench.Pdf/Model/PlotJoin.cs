namespace ValidationWorkbench.Pdf;

/// <summary>How the points of a series are joined.</summary>
public enum PlotJoin
{
    /// <summary>Marks alone.</summary>
    None,

    /// <summary>Marks joined by straight lines.</summary>
    Line,

    /// <summary>A staircase that keeps its height until the next point; without marks.</summary>
    Step,
}
