namespace ValidationWorkbench.Pdf.Format;

/// <summary>A length in thousandths of a point, to be written as <see cref="Points.Text"/> writes it.</summary>
internal readonly record struct Length(int Thousandths)
{
    /// <summary>Distance from the bottom of the page, as PDF counts, for one from the top.</summary>
    public static Length FromTop(int y) => new(Layout.Spacing.PageHeight - y);
}
