namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Which cells a header cell is the header of, named as in the file (ISO 32000-1, 14.8.5.7).</summary>
internal enum HeaderScope
{
    Row,
    Column,
}
