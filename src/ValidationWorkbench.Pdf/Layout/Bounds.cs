namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A rectangle by its edges, counted from the left and from the top.</summary>
internal readonly record struct Bounds(int Left, int Top, int Right, int Bottom)
{
    /// <summary>The rectangle between two opposite corners in any order.</summary>
    public static Bounds Between(int x, int y, int otherX, int otherY) => new(Math.Min(x, otherX), Math.Min(y, otherY), Math.Max(x, otherX), Math.Max(y, otherY));

    public Bounds Grown(int by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public Bounds With(Bounds other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
