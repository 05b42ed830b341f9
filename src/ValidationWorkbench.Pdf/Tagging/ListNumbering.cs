namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>How the entries of a list are labelled, named as in the file (ISO 32000-1, 14.8.5.5).</summary>
internal enum ListNumbering
{
    Disc,
    Circle,
    Decimal,
    LowerAlpha,
    LowerRoman,
    UpperAlpha,
}
