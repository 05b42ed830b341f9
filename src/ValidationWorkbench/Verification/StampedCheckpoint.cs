namespace ValidationWorkbench.Verification;

/// <summary>A checkpoint with a time that an authority signed for.</summary>
/// <param name="Sequence">Sequence of the record that keeps the token.</param>
/// <param name="Size">Records under the checkpoint.</param>
/// <param name="Time">When the authority says that it stamped.</param>
/// <param name="Subject">Subject of the authority's certificate.</param>
/// <param name="Serial">Serial number of the certificate, hex.</param>
/// <param name="IsPinned">True where the certificate is one that was given from outside; otherwise the token agrees with itself only.</param>
public sealed record StampedCheckpoint(long Sequence, long Size, DateTimeOffset Time, string Subject, string Serial, bool IsPinned);
