namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>How digits are drawn: as in running text, all of one width for columns, or of one width with a slashed zero for identifiers.</summary>
internal enum Figures
{
    Text,
    Tabular,
    Code,
}
