namespace ValidationWorkbench.Verification;

/// <summary>A signed checkpoint as it stands in an anchor. Whether its signatures hold is for a <see cref="VerifierKey"/> to say.</summary>
/// <param name="Text">What is signed: origin, size and root, each with its line feed.</param>
/// <param name="Origin">Product and log.</param>
/// <param name="Size">Number of records that it vouches for.</param>
/// <param name="Root">Root of the tree over them, 32 bytes.</param>
/// <param name="Signatures">Its signature lines.</param>
public sealed record AnchorNote(string Text, string Origin, long Size, byte[] Root, IReadOnlyList<(string Name, byte[] KeyId, byte[] Signature)> Signatures)
{
    /// <summary>The root as it is shown, lower-case hex.</summary>
    public string RootText => Convert.ToHexStringLower(Root);

    /// <summary>Decodes base64 that is exactly what encoding would give: no white space, no stray bits.</summary>
    internal static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var holds = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return holds && Convert.ToBase64String(bytes) == text;
    }
}
