namespace ValidationWorkbench.Audit;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Name of the signer.</param>
/// <param name="KeyId">Id of the signer's key, 8 lower-case hex digits.</param>
/// <param name="Bytes">The signature itself.</param>
public sealed record NoteSignature(string Name, string KeyId, byte[] Bytes);
