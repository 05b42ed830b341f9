namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Where a heading came to stand: index of its page and distance from the top of that page.</summary>
internal readonly record struct Anchor(int Page, int Y);
