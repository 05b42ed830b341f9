namespace ValidationWorkbench.Monitoring;

/// <summary>Names a run for people.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Planned">When it was planned, UTC.</param>
/// <param name="Candidate">Display name of the candidate.</param>
/// <param name="Outcome">GO, NO-GO, UNDECIDED or INVALID by the plan frozen with it.</param>
/// <param name="Demonstration">True where the run shows how the workbench works and proves nothing about a model.</param>
/// <param name="ConfigurationSha256">SHA-256 of its frozen configuration, the run's fingerprint.</param>
public sealed record RunIdentity(string Id, string Planned, string Candidate, string Outcome, bool Demonstration, string ConfigurationSha256);
