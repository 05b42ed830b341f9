namespace ValidationWorkbench.Documents;

/// <summary>A drawing. What it shows stands in words as well.</summary>
/// <param name="Caption">Printed above it.</param>
/// <param name="Alternative">What it shows, for those who cannot see it.</param>
public abstract record FigurePart(string Caption, string Alternative) : ContentPart;

/// <summary>Estimates between their bounds on one scale, each against its limit.</summary>
/// <param name="Caption">Printed above it.</param>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Minimum">Left end of the scale.</param>
/// <param name="Maximum">Right end.</param>
/// <param name="Rows">The estimates.</param>
public sealed record IntervalPart(string Caption, string Alternative, double Minimum, double Maximum, IReadOnlyList<IntervalRow> Rows) : FigurePart(Caption, Alternative);

/// <summary>One estimate between its bounds, and the limit it is held against.</summary>
/// <param name="Label">What was estimated.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Observed">The estimate.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Numbers">Estimate and bounds as printed, bounds rounded away from the claim.</param>
/// <param name="State">How it stands to its limit, in one or two words.</param>
/// <param name="Calls">True where the state asks for attention.</param>
public sealed record IntervalRow(string Label, double Lower, double Observed, double Upper, double Limit, string Numbers, string State = "", bool Calls = false);

/// <summary>Counts by row and column.</summary>
public sealed record MatrixPart(
    string Caption, string Alternative, string RowTitle, string ColumnTitle, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<int>> Counts) : FigurePart(Caption, Alternative);

/// <summary>Counts that oppose each other, row by row.</summary>
public sealed record PairedPart(string Caption, string Alternative, string LeftTitle, string RightTitle, string NoteTitle, IReadOnlyList<PairedRow> Rows) : FigurePart(Caption, Alternative);

/// <summary>Two counts of a row, and a remark at its end.</summary>
public sealed record PairedRow(string Label, int Left, int Right, string Note);

/// <summary>Single values on one scale, group by group, against limits that hold for all groups.</summary>
public sealed record StripPart(string Caption, string Alternative, PartAxis Axis, IReadOnlyList<StripRow> Rows, IReadOnlyList<PartLimit> Limits) : FigurePart(Caption, Alternative);

/// <summary>The values of a group with their mean as printed.</summary>
public sealed record StripRow(string Label, IReadOnlyList<double> Values, double? Mean, string Numbers);

/// <summary>Series of points in a plane.</summary>
public sealed record PlotPart(
    string Caption, string Alternative, PartAxis Horizontal, PartAxis Vertical, IReadOnlyList<SeriesPart> Series, IReadOnlyList<PartLimit> HorizontalLimits,
    IReadOnlyList<PartLimit> VerticalLimits, string? Diagonal = null) : FigurePart(Caption, Alternative);

/// <summary>Points of one meaning.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Join">How they are joined.</param>
/// <param name="Points">Places, with the ends of a whisker where there is one.</param>
public sealed record SeriesPart(string Name, SeriesJoin Join, IReadOnlyList<(double X, double Y, double? Lower, double? Upper)> Points);

/// <summary>How the points of a series are joined.</summary>
public enum SeriesJoin
{
    None,
    Line,
    Step,
}

/// <summary>A scale between two ends.</summary>
public sealed record PartAxis(string Title, double Minimum, double Maximum, bool IsShare = false);

/// <summary>A value of a scale that others are held against.</summary>
public sealed record PartLimit(string Label, double Value);
