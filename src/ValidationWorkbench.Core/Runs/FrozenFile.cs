namespace ValidationWorkbench.Runs;

/// <summary>A file whose bytes are kept as evidence of a run.</summary>
/// <param name="Name">Name for people, with forward slashes; never an absolute path.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record FrozenFile(string Name, string Sha256);
