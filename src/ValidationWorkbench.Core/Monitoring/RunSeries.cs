namespace ValidationWorkbench.Monitoring;

/// <summary>The runs of one panel and candidate that a control chart is made of.</summary>
/// <param name="Runs">
/// Accepted runs from the reference on, in the order of time, and the run that is checked as the last; empty where that run is not of the reference's
/// panel and candidate, or older than the reference. The workbench knows of no decision but its own: accepted is what it recommended, a GO of the
/// latest assessment, also where that is a demonstration.
/// </param>
/// <param name="LeftOut">Earlier runs of the same panel and candidate that are not among them.</param>
public sealed record RunSeries(IReadOnlyList<SeriesRun> Runs, IReadOnlyList<LeftOutRun> LeftOut)
{
    /// <summary>No series, and so no chart.</summary>
    public static RunSeries None { get; } = new([], []);
}
