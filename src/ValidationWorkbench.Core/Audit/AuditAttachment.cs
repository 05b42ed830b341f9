namespace ValidationWorkbench.Audit;

/// <summary>Evidence bound into a record by its hash.</summary>
/// <param name="Name">What it is, such as <c>reply</c> or a file name.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
public sealed record AuditAttachment(string Name, long Length, string Sha256);
