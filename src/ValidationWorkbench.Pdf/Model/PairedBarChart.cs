namespace ValidationWorkbench.Pdf;

/// <summary>Counts that oppose each other, as bars to the left and to the right of a common middle; the left ones are hollow, so that grey print keeps them apart.</summary>
public sealed record PairedBarChart(string LeftTitle, string RightTitle, IReadOnlyList<PairedBar> Rows) : Figure
{
    /// <summary>Head of the remarks at the ends of the rows.</summary>
    public string NoteTitle { get; init; } = "";
}
