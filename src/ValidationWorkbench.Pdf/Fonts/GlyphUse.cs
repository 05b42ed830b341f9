namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>A glyph together with the character it stands for, so that text extraction gives back exactly what was written.</summary>
internal readonly record struct GlyphUse(int Glyph, int Character);
