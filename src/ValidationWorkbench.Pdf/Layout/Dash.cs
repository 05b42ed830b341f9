namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The stroke of a line.</summary>
internal enum Dash
{
    Solid,
    Dashed,
    Dotted,
    DashDotted,
}
