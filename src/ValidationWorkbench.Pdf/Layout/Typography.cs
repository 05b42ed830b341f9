using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The type scale: every size, leading and text colour in use, and nowhere else.</summary>
internal static class Typography
{
    public static readonly TextStyle Body = new(Weight.Regular, 9_500, 14_000, Ink.Text);
    public static readonly TextStyle BodyCode = new(Weight.Regular, 8_800, 14_000, Ink.Text) { Figures = Figures.Code, Chip = true };
    public static readonly TextStyle ListLabel = Body with { Figures = Figures.Tabular };

    public static readonly TextStyle CoverTitle = new(Weight.SemiBold, 29_000, 36_000, Ink.Accent) { Tracking = -300 };
    public static readonly TextStyle CoverSubtitle = new(Weight.Regular, 13_500, 19_500, Ink.Muted);

    public static readonly TextStyle TableText = new(Weight.Regular, 8_250, 11_500, Ink.Text) { Figures = Figures.Tabular };
    public static readonly TextStyle TableHead = new(Weight.SemiBold, 7_750, 10_750, Ink.Accent) { Figures = Figures.Tabular };
    public static readonly TextStyle CompactText = TableText with { Size = 7_250, Leading = 9_750 };
    public static readonly TextStyle CompactHead = TableHead with { Size = 7_000, Leading = 9_250 };
    public static readonly TextStyle Caption = new(Weight.SemiBold, 8_250, 12_000, Ink.Text);
    public static readonly TextStyle Continued = new(Weight.Regular, 7_500, 12_000, Ink.Muted);

    public static readonly TextStyle ChartText = new(Weight.Regular, 7_250, 10_250, Ink.Text) { Figures = Figures.Tabular };
    public static readonly TextStyle ChartTitle = new(Weight.SemiBold, 7_250, 10_250, Ink.Accent) { Figures = Figures.Tabular };
    public static readonly TextStyle Label = new(Weight.SemiBold, 8_500, 12_250, Ink.Accent);
    public static readonly TextStyle Value = new(Weight.Regular, 8_500, 12_250, Ink.Text) { Figures = Figures.Tabular };

    public static readonly TextStyle CalloutTitle = new(Weight.SemiBold, 9_250, 13_500, Ink.Text);
    public static readonly TextStyle CalloutText = new(Weight.Regular, 9_000, 13_250, Ink.Text);

    public static readonly TextStyle Verbatim = new(Weight.Regular, 8_500, 12_250, Ink.Text) { Figures = Figures.Code };

    public static readonly TextStyle ContentsTitle = new(Weight.SemiBold, 17_000, 23_000, Ink.Accent);
    public static readonly TextStyle ContentsMain = new(Weight.SemiBold, 9_500, 14_500, Ink.Text) { Figures = Figures.Tabular };
    public static readonly TextStyle ContentsSub = new(Weight.Regular, 9_250, 14_000, Ink.Text) { Figures = Figures.Tabular };

    public static readonly TextStyle Strip = new(Weight.Regular, 7_250, 10_250, Ink.Muted) { Figures = Figures.Tabular };
    public static readonly TextStyle Banner = new(Weight.SemiBold, 7_750, 11_000, Ink.Text) { Tracking = 350 };
    public static readonly TextStyle Watermark = new(Weight.SemiBold, 100_000, 100_000, Ink.Watermark);

    private static readonly TextStyle Heading1 = new(Weight.SemiBold, 16_500, 22_500, Ink.Accent) { Tracking = -100 };
    private static readonly TextStyle Heading2 = new(Weight.SemiBold, 12_000, 17_000, Ink.Accent);
    private static readonly TextStyle Heading3 = new(Weight.SemiBold, 10_000, 14_500, Ink.Text);

    public static TextStyle Heading(int level) => level switch
    {
        1 => Heading1,
        2 => Heading2,
        _ => Heading3,
    };

    /// <summary>Identifiers and hashes in the surroundings of another style: a little smaller, since digits of one width look larger than text.</summary>
    public static TextStyle Code(TextStyle style) => style with { Size = style.Size * 94 / 100, Figures = Figures.Code };
}
