namespace ValidationWorkbench.Pdf;

/// <summary>
/// How a document is signed when it is written: the file says who and when, and <see cref="Sign"/> makes the signature over all of its other bytes
/// (PAdES, ETSI EN 319 142-1: a detached CMS signature; the moment stands in the file and not in the CMS).
/// </summary>
public sealed record PdfSignature
{
    /// <summary>Who signs, 1 to 400 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the signature means; empty for nothing said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it is made, as the signer states it; whole seconds reach the file.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The most bytes that a signature may take, 1 to 60,000; room for them is kept in the file.</summary>
    public required int Capacity { get; init; }

    /// <summary>Makes the signature (CMS, DER) over these bytes.</summary>
    public required Func<byte[], byte[]> Sign { get; init; }
}
