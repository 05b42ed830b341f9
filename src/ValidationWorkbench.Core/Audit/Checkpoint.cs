using System.Globalization;
using System.Security.Cryptography;

namespace ValidationWorkbench.Audit;

/// <summary>
/// State of a log in three lines (C2SP tlog-checkpoint): origin, tree size, root hash in base64. Extension lines, which that format discourages, are neither
/// written nor read.
/// </summary>
/// <param name="Origin">Which log: <c>validation-workbench/</c> and its id as 32 hex digits.</param>
/// <param name="Size">Records of the log.</param>
/// <param name="RootHash">Root of the Merkle tree over them, lower-case hex.</param>
public sealed record Checkpoint(string Origin, long Size, string RootHash)
{
    private const string OriginStart = "validation-workbench/";

    /// <summary>The three lines, each with its line feed: what is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Convert.FromHexString(RootHash))}\n");

    /// <summary>Origin of a log.</summary>
    public static string OriginOf(Guid logId) => $"{OriginStart}{logId:N}";

    /// <summary>Id of the log with this origin; null where it is no log of a workbench.</summary>
    public static Guid? LogIdOf(string origin) =>
        origin is not null && origin.StartsWith(OriginStart, StringComparison.Ordinal) && Guid.TryParseExact(origin[OriginStart.Length..], "N", out var logId) && OriginOf(logId) == origin ? logId : null;

    /// <summary>Reads the three lines strictly.</summary>
    /// <exception cref="FormatException">There are fewer or more lines, the size is no plain number, or the root is not base64 of 32 bytes.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('\n') is not [var origin, var size, var root, ""] || origin.Length == 0)
        {
            throw new FormatException("A checkpoint is not three lines: origin, size and root hash.");
        }

        // Only the number's own form: no sign, no leading zero, no space.
        if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var records) || records.ToString(CultureInfo.InvariantCulture) != size)
        {
            throw new FormatException("The size of a checkpoint is not a plain number.");
        }

        return NoteBase64.TryDecode(root, out var hash) && hash.Length == 32 ? new Checkpoint(origin, records, Convert.ToHexStringLower(hash))
            : throw new FormatException("The root of a checkpoint is not base64 of 32 bytes.");
    }

    /// <summary>Reads a signed checkpoint of a known log.</summary>
    /// <param name="note">Bytes of the note.</param>
    /// <param name="key">Key of the log; its name is the origin that is expected.</param>
    /// <exception cref="FormatException">The note is malformed, of another log, or not signed with the key.</exception>
    public static Checkpoint Open(ReadOnlySpan<byte> note, NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var signed = SignedNote.Parse(note);
        var checkpoint = Parse(signed.Text);
        return checkpoint.Origin != key.Name ? throw new FormatException($"The checkpoint is of {checkpoint.Origin}, not of {key.Name}.")
            : !signed.IsSignedBy(key) ? throw new FormatException($"The checkpoint over {checkpoint.Size.ToString(CultureInfo.InvariantCulture)} records is not signed with the key {key.Id}.")
            : checkpoint;
    }

    /// <summary>Signs the checkpoint in the log's name.</summary>
    /// <param name="key">ECDSA P-256 key with its private part.</param>
    public SignedNote Sign(ECDsa key) => SignedNote.Sign(Text, Origin, key);
}
