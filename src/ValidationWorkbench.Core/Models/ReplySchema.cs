namespace ValidationWorkbench.Models;

/// <summary>Structure asked of a reply.</summary>
/// <param name="Name">Schema name as sent, such as <c>gamp_categorization</c>.</param>
/// <param name="Json">JSON Schema text, all properties required and no others allowed.</param>
public sealed record ReplySchema(string Name, string Json);
