namespace ValidationWorkbench.Documents;

/// <summary>A machine-readable file that goes with a document.</summary>
/// <param name="Name">File name without folders.</param>
/// <param name="MediaType">Media type such as <c>application/json</c>.</param>
/// <param name="Description">What it is, in a line.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record AttachedFile(string Name, string MediaType, string Description, byte[] Bytes);
