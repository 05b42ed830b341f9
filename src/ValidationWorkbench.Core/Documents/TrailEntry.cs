using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Documents;

/// <summary>A record of the audit trail as documents cite it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
public sealed record TrailEntry(AuditRecord Record, string Hash);
