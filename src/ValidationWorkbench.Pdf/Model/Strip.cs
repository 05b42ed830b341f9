namespace ValidationWorkbench.Pdf;

/// <summary>One row of a strip chart: single values as dots; below them, where given, their mean with its bounds.</summary>
public sealed record Strip(string Label, IReadOnlyList<double> Values)
{
    public double? Mean { get; init; }

    /// <summary>Lower bound of the mean, or null where it has none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper bound of the mean, or null where it has none.</summary>
    public double? Upper { get; init; }

    /// <summary>Mean and bounds as printed at the end of the row.</summary>
    public string Numbers { get; init; } = "";
}
