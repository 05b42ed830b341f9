using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Bundles;

/// <summary>
/// The proof that one record stands in a log, in one file that is checked offline: C2SP tlog-proof with the record's bytes as extra data. Nothing of the other
/// records is given away but hashes.
/// </summary>
public static partial class RecordProof
{
    /// <summary>The file.</summary>
    /// <param name="recordBytes">Bytes of the record.</param>
    /// <param name="proof">Inclusion of its leaf hash in the tree of the checkpoint.</param>
    /// <param name="checkpoint">Signed note of the tree.</param>
    public static byte[] Write(ReadOnlySpan<byte> recordBytes, InclusionProof proof, ReadOnlySpan<byte> checkpoint)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        text.Append(CultureInfo.InvariantCulture, $"extra {Convert.ToBase64String(recordBytes)}\nindex {proof.Index}\n");
        foreach (var hash in proof.Path)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return [.. Encoding.ASCII.GetBytes(text.Append('\n').ToString()), .. checkpoint];
    }

    /// <summary>Checks a proof and returns the record that it proves.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="vkey">The log's public key, from somebody who is trusted.</param>
    /// <returns>The record and the size of the tree that it is in.</returns>
    /// <exception cref="FormatException">The proof is malformed or does not hold.</exception>
    public static (AuditRecord Record, long Size) Verify(ReadOnlySpan<byte> bytes, string vkey)
    {
        var match = Form().Match(BundleCheckpoint.Decode(bytes));
        if (!match.Success)
        {
            throw new FormatException("The proof is not a c2sp.org/tlog-proof@v1 with the record as extra data.");
        }

        var checkpoint = BundleCheckpoint.Read(Encoding.UTF8.GetBytes(match.Groups[4].Value), vkey);
        var recordBytes = BundleCheckpoint.FromBase64(match.Groups[1].Value);
        var record = AuditRecordReader.Read(recordBytes);
        var index = long.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (record.Sequence - 1 != index || record.LogId != checkpoint.LogId)
        {
            throw new FormatException("The record is not the one at this index of this log.");
        }

        var path = match.Groups[3].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(BundleCheckpoint.FromBase64).ToList();
        return new InclusionProof(index, checkpoint.Size, path).Verify(System.Security.Cryptography.SHA256.HashData([0, .. recordBytes]), checkpoint.Root) ? (record, checkpoint.Size)
            : throw new FormatException("The proof does not lead to the root of the checkpoint.");
    }

    [GeneratedRegex(@"^c2sp\.org/tlog-proof@v1\nextra ([^\n]+)\nindex (0|[1-9][0-9]{0,17})\n((?:[^\n]+\n){0,63})\n(.+)\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}
