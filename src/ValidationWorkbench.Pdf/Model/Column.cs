namespace ValidationWorkbench.Pdf;

/// <summary>A table column. <see cref="Width"/> is in points when <see cref="IsFixed"/>, otherwise a share of what the fixed columns leave.</summary>
public sealed record Column(string Title, double Width, Alignment Alignment = Alignment.Left)
{
    public bool IsFixed { get; init; }

    public static Column Fixed(string title, double points, Alignment alignment = Alignment.Left) => new(title, points, alignment) { IsFixed = true };
}
