namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>The standard structure types in use, named as in the file (ISO 32000-1, 14.8.4).</summary>
internal enum ElementType
{
    Document,
    Part,
    Sect,
    Div,
    H1,
    H2,
    H3,
    P,
    Note,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Figure,
    Caption,
    TOC,
    TOCI,
    Reference,
    Link,
    Form,
}
