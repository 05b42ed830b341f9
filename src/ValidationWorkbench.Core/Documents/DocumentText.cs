namespace ValidationWorkbench.Documents;

/// <summary>A template filled with the facts of a run; blocks that are made from the records still stand as placeholders.</summary>
/// <param name="Kind">Document it is for.</param>
/// <param name="TemplateSha256">SHA-256 of the template's bytes.</param>
/// <param name="Parts">Text and placeholders, from top to bottom.</param>
public sealed record DocumentText(DocumentKind Kind, string TemplateSha256, IReadOnlyList<ContentPart> Parts);
