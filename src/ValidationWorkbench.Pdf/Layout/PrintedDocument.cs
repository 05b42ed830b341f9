namespace ValidationWorkbench.Pdf.Layout;

/// <summary>A document after layout: its pages, and its headings and captions with their places.</summary>
internal sealed record PrintedDocument(IReadOnlyList<Page> Pages, IReadOnlyList<Heading> Headings, IReadOnlyList<Anchor> Anchors,
    IReadOnlyList<PlacedCaption> Captions);
