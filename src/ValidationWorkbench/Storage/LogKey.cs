using System.Text.Json;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>A public key of the log, and from where on it signs.</summary>
/// <param name="IntroducedBy">
/// Sequence of the record that introduces it. The checkpoint that ends with this record is still signed with the key before; for the first key, which
/// the first record introduces, there is none before.
/// </param>
/// <param name="Key">The key.</param>
public sealed record LogKey(long IntroducedBy, NoteKey Key)
{
    /// <summary>The key that a record of the log introduces: the first one, or one of a rotation, which the key before must have signed.</summary>
    /// <param name="sequence">Sequence of the record.</param>
    /// <param name="entry">What it says.</param>
    /// <param name="before">The key before; null for the first.</param>
    /// <exception cref="FormatException">It introduces none, or one that the key before did not sign.</exception>
    public static LogKey IntroducedIn(long sequence, AuditEntry entry, NoteKey? before)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            using var after = JsonDocument.Parse(entry.After ?? "{}");
            var key = NoteKey.Parse(after.RootElement.GetProperty("vkey").GetString()!);
            var isNamed = before is null || (after.RootElement.TryGetProperty("signature", out var signature)
                && signature.GetString() is { } text && new KeySuccession(key, text).IsSignedBy(before));
            return isNamed ? new LogKey(sequence, key) : throw new FormatException($"the key {key.Id} that it brings in is not signed by the key before, {before!.Id}.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>The key that signs the checkpoint over this many records: the last one introduced before the record it ends with.</summary>
    public static NoteKey At(IReadOnlyList<LogKey> keys, long size) => keys.Last(key => key.IntroducedBy < size || key.IntroducedBy == 1).Key;
}
