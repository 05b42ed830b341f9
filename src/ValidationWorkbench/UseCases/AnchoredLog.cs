using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>The records under the latest checkpoint of their anchor: what is handed out is what was signed, and nothing else.</summary>
/// <param name="Note">The signed note, byte for byte.</param>
/// <param name="Checkpoint">What it says.</param>
/// <param name="Key">Public key of the log.</param>
/// <param name="LeafHashes">Hash of each record, computed from its bytes, in sequence.</param>
internal sealed record AnchoredLog(byte[] Note, Checkpoint Checkpoint, NoteKey Key, IReadOnlyList<byte[]> LeafHashes)
{
    /// <summary>Reads all records once and compares them with the checkpoint.</summary>
    /// <param name="records">The records.</param>
    /// <param name="anchorPath">File of the checkpoints.</param>
    /// <param name="visit">Told about each record under the checkpoint, in sequence.</param>
    /// <exception cref="InputException">There is no checkpoint.</exception>
    /// <exception cref="IntegrityException">The records are not those of the checkpoint.</exception>
    public static AnchoredLog Read(RecordsFolder records, string anchorPath, Action<StoredAuditRecord> visit)
    {
        var note = AnchorFile.ReadLast(anchorPath)
            ?? throw new InputException(anchorPath, "holds no checkpoint of these records. Name the anchor file with --anchor; any command that writes records makes one.");
        var size = SizeOf(note);
        using var context = records.CreateReader();
        var hashes = new List<byte[]>();
        var keys = new List<LogKey>();
        foreach (var stored in context.AuditRecords.AsNoTracking().Where(record => record.Sequence <= size).OrderBy(record => record.Sequence).AsEnumerable())
        {
            if (stored.Sequence == 1 || stored.Action == AuditAction.KeyRotated)
            {
                keys.Add(KeyIn(stored, keys.LastOrDefault()?.Key));
            }

            hashes.Add(AuditChain.Hash(stored.Bytes));
            visit(stored);
        }

        if (keys.Count == 0 || hashes.Count != size)
        {
            throw Differs(anchorPath, size);
        }

        var key = LogKey.At(keys, size);
        var checkpoint = Open(note, key);
        return Convert.ToHexStringLower(MerkleTree.Root(hashes)) == checkpoint.RootHash ? new AnchoredLog(note, checkpoint, key, hashes) : throw Differs(anchorPath, size);
    }

    private static IntegrityException Differs(string anchorPath, long size) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the records are not those of the latest checkpoint in {anchorPath}, which is over {size} records."));

    private static long SizeOf(byte[] note)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(note).Text).Size;
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"the latest checkpoint of the anchor cannot be read: {exception.Message}");
        }
    }

    private static Checkpoint Open(byte[] note, NoteKey key)
    {
        try
        {
            return Checkpoint.Open(note, key);
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"the latest checkpoint of the anchor does not hold: {exception.Message}");
        }
    }

    /// <summary>The first record says which key signs the log, and later ones which follows it.</summary>
    private static LogKey KeyIn(StoredAuditRecord stored, NoteKey? before)
    {
        try
        {
            return LogKey.IntroducedIn(stored.Sequence, AuditRecordReader.Read(stored.Bytes).Entry, before);
        }
        catch (FormatException exception)
        {
            throw new IntegrityException(FormattableString.Invariant($"record {stored.Sequence} names no key for checkpoints: {exception.Message}"));
        }
    }
}
