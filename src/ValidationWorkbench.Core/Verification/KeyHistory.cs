namespace ValidationWorkbench.Verification;

/// <summary>Keys of a log in the order of the records that brought them in. The key before signs for the record that brings in the next.</summary>
/// <param name="keys">Keys with the sequence of their record, in ascending order.</param>
public sealed class KeyHistory(IReadOnlyList<(long Since, VerifierKey Key)> keys)
{
    /// <summary>Keys with the sequence of their record.</summary>
    public IReadOnlyList<(long Since, VerifierKey Key)> Keys { get; } = keys;

    /// <summary>The key that must sign the checkpoint after one over so many records; null where the log names none.</summary>
    /// <param name="anchored">Records that the checkpoint before vouches for; 0 where there is none.</param>
    public VerifierKey? InForce(long anchored) => Keys.LastOrDefault(entry => entry.Since <= Math.Max(anchored, 1)).Key;
}
