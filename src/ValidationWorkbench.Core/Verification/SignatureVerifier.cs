namespace ValidationWorkbench.Verification;

/// <summary>Checks the signature of every checkpoint of an anchor, in order.</summary>
/// <param name="faults">Takes the faults.</param>
public sealed class SignatureVerifier(FaultLog faults)
{
    private long anchored;

    /// <summary>Checks the next checkpoint.</summary>
    /// <param name="note">The checkpoint.</param>
    /// <param name="keys">Keys of the log, up to the record that it ends with at least.</param>
    public void Check(AnchorNote note, KeyHistory keys)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.InForce(anchored) is { } key && !key.HasSigned(note))
        {
            var signers = string.Join(", ", note.Signatures.Select(line => Convert.ToHexStringLower(line.KeyId)));
            faults.Add(FaultClass.Signature, note.Size, FormattableString.Invariant($"the checkpoint over {note.Size} records carries no signature of key {key.IdText} that holds; signed as {signers}"));
        }

        anchored = Math.Max(anchored, note.Size);
    }
}
