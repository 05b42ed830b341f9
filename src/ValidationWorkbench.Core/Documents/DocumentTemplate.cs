namespace ValidationWorkbench.Documents;

/// <summary>The fixed text of a document, with places for values (<c>{{name}}</c> within text) and blocks (<c>{{block:name}}</c> as a paragraph of its own).</summary>
/// <param name="Kind">Document it is for.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Parts">Text and placeholders.</param>
/// <param name="Values">Names of the values used, with the line of each.</param>
public sealed record DocumentTemplate(DocumentKind Kind, string Title, IReadOnlyList<ContentPart> Parts, IReadOnlyList<(string Name, int Line)> Values);
