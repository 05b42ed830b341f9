namespace ValidationWorkbench.Pdf;

/// <summary>A file that the document carries.</summary>
/// <param name="Name">File name without folders, 1 to 255 characters; unique within a document.</param>
/// <param name="MediaType">Media type such as <c>application/json</c>.</param>
/// <param name="Description">What it is, in a line.</param>
/// <param name="Relationship">How it stands to the document.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Modified">When it was last changed, as the document states it; whole seconds reach the file.</param>
public sealed record Attachment(
    string Name, string MediaType, string Description, AttachmentRelationship Relationship, ReadOnlyMemory<byte> Content, DateTimeOffset Modified);
