using System.Globalization;
using System.Text;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Printing;

/// <summary>The style sheet of a document: <c>document.css</c> with what the style file and the document put in.</summary>
internal static class HtmlStyle
{
    // On the dark ground of the style sheet any accent of the allowed contrast, lightened so far, has a contrast above 6.
    private const double LightShare = 0.6;

    private static readonly string Sheet = Read();

    /// <summary>The sheet; it holds no <c>&lt;</c>.</summary>
    public static string Of(ControlledDocument document)
    {
        var accent = Colour.Find(document.Style.Accent) ?? throw new ArgumentException($"\"{document.Style.Accent}\" is no colour.", nameof(document));
        var identity = $"{document.Style.Logo ?? document.Organisation} · {document.Number} {document.Title} · version {document.Version}";
        return $$"""
            :root { --accent-on-white: {{accent}}; --accent-on-dark: {{accent.Lightened(LightShare)}}; }
            {{Sheet}}
            @page {
              size: {{(document.Style.Page == PageSize.A4 ? "A4" : "letter")}};
              margin: 22mm 18mm 24mm;
              @top-left { content: {{Text(identity)}}; font: 7.5pt sans-serif; }
              @top-right { content: {{Text(document.StatusLine)}}; font: bold 7.5pt sans-serif; text-align: right; }
              @bottom-left { content: {{Text(string.Join('\n', document.Footer))}}; font: 6.5pt sans-serif; white-space: pre-line; }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt sans-serif; white-space: nowrap; }
            }

            """;
    }

    /// <summary>A string of CSS: all but letters, digits and spaces by their code point, so that no value can end it.</summary>
    private static string Text(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in PrintableText.Of(text).EnumerateRunes())
        {
            result.Append(Rune.IsLetterOrDigit(rune) || rune.Value == ' ' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} "));
        }

        return result.Append('"').ToString();
    }

    private static string Read()
    {
        using var stream = typeof(HtmlStyle).Assembly.GetManifestResourceStream("ValidationWorkbench.Printing.document.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
