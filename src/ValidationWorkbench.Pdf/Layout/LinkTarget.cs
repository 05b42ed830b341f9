namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Where a link leads.</summary>
internal abstract record LinkTarget;

/// <summary>To a heading, given by its number in reading order.</summary>
internal sealed record HeadingTarget(int Index) : LinkTarget;

/// <summary>To the heading that has a name.</summary>
internal sealed record NamedTarget(string Id) : LinkTarget;

/// <summary>To a caption, given by its number in reading order.</summary>
internal sealed record CaptionTarget(int Index) : LinkTarget;

/// <summary>To an address outside of the document.</summary>
internal sealed record AddressTarget(string Address) : LinkTarget;
