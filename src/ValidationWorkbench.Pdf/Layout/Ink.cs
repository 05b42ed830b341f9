namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A colour by its red, green and blue parts, each 0 to 1000. Every pair in use also differs in lightness, so that a greyscale print stays readable.</summary>
internal readonly record struct Ink(int Red, int Green, int Blue)
{
    public static readonly Ink Text = Grey(110);
    public static readonly Ink Muted = Grey(400);
    public static readonly Ink Accent = new(90, 190, 330);
    public static readonly Ink StrongRule = Grey(250);
    public static readonly Ink Rule = Grey(800);
    public static readonly Ink Leader = Grey(550);
    public static readonly Ink Shade = new(930, 940, 952);
    public static readonly Ink Chip = Grey(940);
    public static readonly Ink Panel = Grey(970);
    public static readonly Ink Watermark = Grey(938);
    public static readonly Ink Paper = Grey(1000);

    /// <summary>The accent colour thinned to a share of its strength, 0 to 1000.</summary>
    public static Ink Tint(int share) => new(Thinned(Accent.Red, share), Thinned(Accent.Green, share), Thinned(Accent.Blue, share));

    private static int Thinned(int part, int share) => 1000 - ((1000 - part) * share / 1000);

    private static Ink Grey(int level) => new(level, level, level);
}
