namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Signs that Inter lacks and that letters and other signs of it make: turned, mirrored or one over the other.</summary>
internal static class MadeSigns
{
    private const int One = 0x4000;

    /// <summary>The parts of each sign: source, scale across and up (below zero: mirrored), and shift in thousandths of the em.</summary>
    private static readonly Dictionary<int, Part[]> Signs = new()
    {
        ['∀'] = [new('A', -1, -1)],
        ['∃'] = [new('E', -1, 1)],
        ['∇'] = [new('Δ', -1, -1)],
        ['∈'] = [new('Є', 0.85, 0.85, 0, 55)],
        ['∉'] = [new('Є', 0.85, 0.85, 0, 55), new('/', 1, 1, 130, 0)],
        ['∋'] = [new('Є', -0.85, 0.85, 0, 55)],
        ['∧'] = [new('Λ', 0.9, 0.9)],
        ['∨'] = [new('V', 0.9, 0.9)],
        ['∩'] = [new('U', 1, -1)],
        ['∪'] = [new('U', 1, 1)],
        ['⊂'] = [new('C', 0.9, 0.85, 0, 55)],
        ['⊃'] = [new('C', -0.9, 0.85, 0, 55)],
        ['≡'] = [new('−', 1, 1, 0, 190), new('−', 1, 1), new('−', 1, 1, 0, -190)],
        ['≪'] = [new('<', 1, 1), new('<', 1, 1, 330)],
        ['≫'] = [new('>', 1, 1), new('>', 1, 1, 330)],
        ['⊄'] = [new('C', 0.9, 0.85, 0, 55), new('/', 1, 1, 180, 0)],
        ['⊥'] = [new('T', 1, -1)],
        ['∓'] = [new('±', -1, -1)],
        ['∗'] = [new('*', 1, 1, 0, -150)],
        ['∼'] = [new('~', 1, 1)],
        ['≃'] = [new('~', 1, 1, 0, 110), new('−', 1, 1, 0, -110)],
        ['≅'] = [new('~', 1, 1, 0, 200), new('=', 1, 1, 0, -60)],
        ['∣'] = [new('|', 1, 1)],
        ['∥'] = [new('|', 1, 1), new('|', 1, 1, 300)],
        ['∕'] = [new('/', 1, 1)],
        ['∖'] = [new('\\', 1, 1)],
        ['∘'] = [new('◦', 1, 1)],
        ['∙'] = [new('·', 1, 1)],
        ['⋅'] = [new('·', 1, 1)],
        ['☐'] = [new('□', 1, 1)],
        ['☑'] = [new('□', 1, 1), new('✓', 0.8, 0.8, 90, 60)],
        ['☒'] = [new('□', 1, 1), new('×', 0.95, 0.95, 130, 25)],
        ['✔'] = [new('✓', 1, 1)],
        ['✘'] = [new('✗', 1, 1)],
    };

    public static bool Has(int character) => Signs.ContainsKey(character);

    public static (int Advance, IReadOnlyList<GlyphComponent> Parts) Of(TrueTypeFont font, int character)
    {
        Part[] parts = Signs[character];
        return (parts.Max(part => End(font, part)), [.. parts.Select(part => Component(font, part))]);
    }

    private static int Advance(TrueTypeFont font, Part part) => font.StoredMetrics(font.Glyph(part.Source)!.Value).Advance;

    // Shifts to the right of more than a third of an em set a second sign beside the first one; smaller ones lay it over.
    private static int End(TrueTypeFont font, Part part) =>
        (int)(Advance(font, part) * Math.Abs(part.Across)) + (part.Right >= 300 ? Units(font, part.Right) : 0);

    // A mirrored part comes back to its place by a shift of its width, or of the height of a capital.
    private static GlyphComponent Component(TrueTypeFont font, Part part)
    {
        int right = part.Across < 0 ? (int)(Advance(font, part) * -part.Across) : 0;
        int up = part.Upwards < 0 ? (int)(Units(font, font.CapHeight) * -part.Upwards) : 0;
        return new GlyphComponent(0, font.Glyph(part.Source)!.Value, (int)(One * part.Across), 0, 0, (int)(One * part.Upwards),
            right + Units(font, part.Right), up + Units(font, part.Up));
    }

    private static int Units(TrueTypeFont font, int thousandths) => thousandths * font.UnitsPerEm / 1000;

    private readonly record struct Part(int Source, double Across, double Upwards, int Right = 0, int Up = 0);
}
