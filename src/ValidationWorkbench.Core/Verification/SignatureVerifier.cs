namespace ValidationWorkbench.Verification;

/// <summary>Checks the signature of every checkpoint of an anchor, in order.</summary>
/// <param name="keys">Keys of the log.</param>
/// <param name="faults">Takes the faults.</param>
public sealed class SignatureVerifier(KeyHistory keys, FaultLog faults)
{
    private long anchored;

    /// <summary>Checks the next checkpoint.</summary>
    public void Check(AnchorNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (keys.InForce(anchored) is { } key && !key.HasSigned(note))
        {
            var signers = string.Join(", ", note.Signatures.Select(line => Convert.ToHexStringLower(line.KeyId)));
            faults.Add(FaultClass.Signature, note.Size, FormattableString.Invariant($"the checkpoint over {note.Size} records carries no signature of key {key.IdText} that holds; signed as {signers}"));
        }

        anchored = Math.Max(anchored, note.Size);
    }
}
