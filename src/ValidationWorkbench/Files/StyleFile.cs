using System.Globalization;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary><c>style.yaml</c> of the templates: how documents look.</summary>
internal static class StyleFile
{
    public const string Name = "style.yaml";

    private const double LeastContrast = 4.5;
    private const int LongestLine = 100;

    /// <exception cref="InputException">With every fault and its place.</exception>
    public static DocumentStyle Parse(TextFile file)
    {
        var (style, source) = YamlSource.Read<DocumentStyle>(file);
        if (style.Format != DocumentStyle.CurrentFormat)
        {
            source.Add("format", $"found \"{style.Format}\"; this version reads \"{DocumentStyle.CurrentFormat}\".");
        }

        if (Colour.Find(style.Accent) is not { } accent)
        {
            source.Add("accent", $"found \"{style.Accent}\"; a colour as \"#rrggbb\" is needed, in quotes.");
        }
        else if (accent.ContrastTo(Colour.White) is var contrast and < LeastContrast)
        {
            source.Add("accent", string.Create(
                CultureInfo.InvariantCulture, $"{style.Accent} has a contrast of {Math.Floor(contrast * 100) / 100:0.00} to white; at least {LeastContrast} is needed, so that it can be read. Choose a darker colour."));
        }

        CheckLine(source, "logo", style.Logo);
        CheckLine(source, "confidentiality", style.Confidentiality);
        source.ThrowIfFaulty();
        return style;
    }

    private static void CheckLine(YamlSource source, string path, string? text)
    {
        if (text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > LongestLine || text.Any(char.IsControl)))
        {
            source.Add(path, string.Create(CultureInfo.InvariantCulture, $"one line of 1 to {LongestLine} characters is needed, or no such line."));
        }
    }
}
