namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The page and its white space, in thousandths of a point.</summary>
internal static class Spacing
{
    public const int PageWidth = 595_276;
    public const int PageHeight = 841_890;
    public const int Left = 62_000;
    public const int TextWidth = PageWidth - (2 * Left);

    public const int PageEdge = 30_000;
    public const int BannerHeight = 19_000;
    public const int BannerGap = 11_000;
    public const int StripGap = 6_000;
    public const int BodyGap = 22_000;
    public const int Gutter = 16_000;

    public const int Paragraph = 7_000;
    public const int Item = 3_000;
    public const int Block = 12_000;
    public const int Indent = 15_000;
    public const int AfterLabel = 5_000;

    public const int HairLine = 400;
    public const int MediumLine = 800;

    public static int BeforeHeading(int level) => level switch
    {
        1 => 26_000,
        2 => 19_000,
        _ => 14_000,
    };

    public static int AfterHeading(int level) => level switch
    {
        1 => 9_000,
        2 => 6_500,
        _ => 4_500,
    };
}
