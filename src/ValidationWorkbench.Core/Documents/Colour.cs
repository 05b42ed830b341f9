using System.Globalization;

namespace ValidationWorkbench.Documents;

/// <summary>A colour of the sRGB space.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>The colour of a text <c>#rrggbb</c>; null for any other text.</summary>
    public static Colour? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit)
            ? new Colour(Part(digits, 0), Part(digits, 2), Part(digits, 4)) : null;
    }

    /// <summary>Contrast of two colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05) of their relative luminances, WCAG 2.1.</summary>
    public double ContrastTo(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The colour mixed with white.</summary>
    /// <param name="share">Share of white, in [0,1].</param>
    public Colour Lightened(double share)
    {
        byte Mix(byte part) => (byte)Math.Round(part + ((255 - part) * share));
        return new Colour(Mix(Red), Mix(Green), Mix(Blue));
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>0.2126 R + 0.7152 G + 0.0722 B of the linear parts, WCAG 2.1.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Part(string digits, int start) => byte.Parse(digits.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
