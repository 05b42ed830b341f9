namespace ValidationWorkbench.Pdf;

/// <summary>Points of one meaning, joined as <see cref="Join"/> says in the order given.</summary>
public sealed record PlotSeries(string Name, PlotJoin Join, IReadOnlyList<PlotPoint> Points);
