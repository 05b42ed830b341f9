namespace ValidationWorkbench.Pdf.Layout;

/// <summary>
/// The outer measures of a page. Lines are as wide on every paper, so that tables and figures are the same; paper that is wider or narrower than A4 has
/// more or less margin at both sides, and pages hold as many lines as they are high.
/// </summary>
internal sealed record PageShape(int Width, int Height)
{
    public static readonly PageShape Portrait = new(Spacing.PageWidth, Spacing.PageHeight);
    public static readonly PageShape Landscape = new(Spacing.PageHeight, Spacing.PageWidth);

    private const int LetterShort = 612_000;
    private const int LetterLong = 792_000;

    public int TextWidth => Width - (2 * Spacing.Left);

    /// <summary>Where the lower edge lies, counted upwards from that of a portrait page: so heights from the top mean the same on every page.</summary>
    public int Bottom => Spacing.PageHeight - Height;

    /// <summary>How far the paper reaches beyond the width on each side; negative where it ends before.</summary>
    public int Beyond { get; private init; }

    /// <summary>The same way round on another paper.</summary>
    public PageShape On(Paper paper) => (paper, this == Landscape) switch
    {
        (Paper.Letter, false) => this with { Height = LetterLong, Beyond = (LetterShort - Width) / 2 },
        (Paper.Letter, true) => this with { Height = LetterShort, Beyond = (LetterLong - Width) / 2 },
        _ => this,
    };
}
