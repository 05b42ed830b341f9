namespace ValidationWorkbench.Runs;

/// <summary>A case set with its documents as used in a run.</summary>
/// <param name="File">The case file.</param>
/// <param name="Documents">Plain documents that its cases name.</param>
/// <param name="Sha256">Hash of the set as pinned in a plan: of the file alone, or of file and documents together.</param>
/// <param name="Pinned">True where the plan pins exactly this hash.</param>
public sealed record FrozenCaseSet(FrozenFile File, IReadOnlyList<FrozenFile> Documents, string Sha256, bool Pinned);
