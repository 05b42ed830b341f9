using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A colour by its red, green and blue parts, each 0 to 1000. Every pair in use also differs in lightness, so that a greyscale print stays readable.</summary>
internal readonly record struct Ink(int Red, int Green, int Blue)
{
    public static readonly Ink Text = Grey(110);
    public static readonly Ink Muted = Grey(400);
    public static readonly Ink Accent = new(90, 190, 330) { AccentShare = 1000 };
    public static readonly Ink StrongRule = Grey(250);
    public static readonly Ink Rule = Grey(800);
    public static readonly Ink Leader = Grey(550);
    public static readonly Ink Shade = new(930, 940, 952);
    public static readonly Ink Chip = Grey(940);
    public static readonly Ink Panel = Grey(970);
    public static readonly Ink Watermark = Grey(938);
    public static readonly Ink Paper = Grey(1000);

    /// <summary>Strength of the accent colour in it, 1 to 1000; 0 for a colour that has nothing to do with it.</summary>
    public int AccentShare { get; private init; }

    /// <summary>A colour written as <c>#rrggbb</c>.</summary>
    public static Ink Parse(string text)
    {
        int Part(int place) => ((int.Parse(text.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * 1000) + 127) / 255;
        return new Ink(Part(1), Part(3), Part(5));
    }

    /// <summary>The accent colour thinned to a share of its strength, 0 to 1000.</summary>
    public static Ink Tint(int share) => Accent.Of(share);

    /// <summary>The same colour where a document has an accent colour of its own.</summary>
    /// <param name="accent">The accent colour of the document; null for the one of the house.</param>
    public Ink Under(Ink? accent) => AccentShare > 0 && accent is { } own ? own.Of(AccentShare) : this;

    private Ink Of(int share) => new(Thinned(Red, share), Thinned(Green, share), Thinned(Blue, share)) { AccentShare = share };

    private static int Thinned(int part, int share) => 1000 - ((1000 - part) * share / 1000);

    private static Ink Grey(int level) => new(level, level, level);
}
