using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.2.11, and ISO 14289-1, 7.21: what text is set in, and that it can be read back.</summary>
internal static class FontRequirements
{
    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("Font dictionaries say what they are", "ISO 19005-3, 6.2.11.2", file => Where(file, font =>
            new[] { font.Font, font.Descendant }.Any(d =>
                d is null || d.Name("Type") != "Font" || d.Name("Subtype") is null || d.Name("BaseFont") is null))),
        new("Composite fonts say how codes lead to glyphs", "ISO 19005-3, 6.2.11.3; ISO 14289-1, 7.21.3.2", file =>
            Where(file, font => font.Descendant?.GetValueOrDefault("CIDToGIDMap") is not (PdfName { Value: "Identity" } or PdfReference))),
        new("The encoding of a composite font is known to everybody or embedded", "ISO 19005-3, 6.2.11.3; ISO 14289-1, 7.21.3.3", file =>
            Where(file, font => font.Font.GetValueOrDefault("Encoding") is not (PdfName { Value: "Identity-H" or "Identity-V" } or PdfReference))),
        new("Font programs are embedded", "ISO 19005-3, 6.2.11.4; ISO 14289-1, 7.21.4.1", file => Where(file, font => font.Program is null)),
        new("Every glyph that is shown is in the font program", "ISO 19005-3, 6.2.11.4; ISO 14289-1, 7.21.4.1", file =>
            Codes(file, (font, code) => font.Program is { } program && code >= program.GlyphCount)),
        new("A list of the glyphs of a subset is complete", "ISO 19005-3, 6.2.11.4; ISO 14289-1, 7.21.4.2", file => Where(file, font =>
            file.Objects.Resolve(font.Descriptor?.GetValueOrDefault("CIDSet")) is PdfStream set
                    && font.Program is { } program && !Lists(set.Data, program.GlyphCount))),
        new("Widths in the file are those of the font program", "ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5", file => Codes(file, (font, code) =>
            font.Program is { } program && code < program.GlyphCount && Math.Abs(font.Widths.GetValueOrDefault(code, 1000) - program.Advance(code)) > 1)),
        new("Every code that is shown leads to a character", "ISO 19005-3, 6.2.11.7; ISO 14289-1, 7.21.7", file =>
            Codes(file, (font, code) => code != 0 && !font.Map.ContainsKey(code))),
        new("Codes lead to characters that mean something", "ISO 19005-3, 6.2.11.7; ISO 14289-1, 7.21.7", file =>
            Where(file, font => font.Map.Values.Any(text => text.AsSpan().IndexOfAny('\0', '\uFEFF', '\uFFFE') >= 0))),
        new("Characters for private use have a replacement text", "ISO 19005-3, 6.2.11.7", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where file.FontUses.FirstOrDefault(use =>
                use.Font == file.Font(page.Page, operation.Font)) is { } font && FontUse.CodesOf(operation).Any(font.IsPrivate)
                && !operation.Around.Any(sequence => sequence.Properties?.ContainsKey("ActualText") == true)
            select $"page object {page.Number}"),
        new("The glyph for what the font lacks is not shown", "ISO 19005-3, 6.2.11.8; ISO 14289-1, 7.21.8", file => Codes(file, (_, code) => code == 0)),
    ];

    private static IEnumerable<string> Where(ConformanceFile file, Func<FontUse, bool> misses) =>
        file.FontUses.Where(misses).Select(font => font.ToString());

    private static IEnumerable<string> Codes(ConformanceFile file, Func<FontUse, int, bool> misses) =>
        from font in file.FontUses
        from code in font.Codes
        where misses(font, code)
        select $"code {code} of {font}";

    private static bool Lists(byte[] set, int glyphs) =>
        Enumerable.Range(0, glyphs).All(glyph => glyph / 8 < set.Length && (set[glyph / 8] & (0x80 >> (glyph % 8))) != 0);
}
