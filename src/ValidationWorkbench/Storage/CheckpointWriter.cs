using System.Globalization;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Signs a checkpoint for every commit and keeps it in the anchor. It signs nothing but an extension of what it signed before: at the start the
/// records must extend the last checkpoint, and from then on it sees every record that is added. A mark beside the anchor stands as long as it is at work:
/// only where it was left behind can a crash have come between a commit and its checkpoint.
/// </summary>
internal sealed class CheckpointWriter : IDisposable
{
    private readonly AnchorFile anchor;
    private SigningKey signingKey;
    private NoteKey key;

    private CheckpointWriter(AnchorFile anchor, Guid logId, SigningKey signingKey, NoteKey key, long anchored)
    {
        this.anchor = anchor;
        LogId = logId;
        this.signingKey = signingKey;
        this.key = key;
        Size = anchored;
    }

    /// <summary>Identity of the log.</summary>
    public Guid LogId { get; }

    /// <summary>Records under the last checkpoint.</summary>
    public long Size { get; private set; }

    /// <summary>Public key that signs the next checkpoint.</summary>
    public NoteKey Key => key;

    /// <summary>What was found at the start behind the last checkpoint, to be put on record; null where nothing was.</summary>
    public Recovery? Recovered { get; private init; }

    /// <summary>Opens the anchor of a log, and makes it for a new one.</summary>
    /// <param name="anchorPath">The anchor; its key lies beside it.</param>
    /// <param name="trail">The records as stored.</param>
    /// <param name="longestTail">Records that one commit may have left without a checkpoint.</param>
    /// <param name="newId">Makes the identity of a new log.</param>
    /// <exception cref="IntegrityException">The anchor and the records do not agree: something was taken away, altered, or added by somebody else.</exception>
    /// <exception cref="InputException">Anchor or key cannot be used.</exception>
    public static CheckpointWriter Open(string anchorPath, StoredTrail trail, long longestTail, Func<Guid> newId)
    {
        var note = AnchorFile.ReadLast(anchorPath);
        var anchor = new AnchorFile(anchorPath);
        try
        {
            anchor.CheckWritable();
            var writer = trail.Size == 0 ? Begin(anchor, note, newId) : Continue(anchor, note, trail, longestTail);
            AtWorkMark.Set(anchorPath);
            return writer;
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    /// <summary>Signs the state of the log and waits until the checkpoint is on the disk.</summary>
    /// <exception cref="InvalidOperationException">It is not an extension of what was signed before.</exception>
    public void Write(CompactRange tree)
    {
        if (tree.Size <= Size)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{tree.Size} records do not extend the {Size} of the last checkpoint."));
        }

        anchor.Append(new Checkpoint(key.Name, tree.Size, Convert.ToHexStringLower(tree.Root())).Sign(signingKey.Key));
        Size = tree.Size;
    }

    /// <summary>Makes the key that is to follow, named by the one before; it signs nothing before <see cref="TakeNextKey"/>.</summary>
    public KeySuccession MakeNextKey()
    {
        File.Delete(NextKeyPath(anchor.Path));
        using var next = SigningKey.Create(NextKeyPath(anchor.Path));
        return KeySuccession.Sign(NoteKey.Of(key.Name, next.Key), signingKey.Key);
    }

    /// <summary>Goes over to the next key, once the record that introduces it is under a checkpoint of the key before, whose private part is given up.</summary>
    public void TakeNextKey()
    {
        var path = SigningKey.PathFor(anchor.Path);
        File.Move(NextKeyPath(anchor.Path), path, overwrite: true);
        PosixFile.FlushName(path);
        signingKey.Dispose();
        signingKey = SigningKey.Load(path);
        key = NoteKey.Of(key.Name, signingKey.Key);
    }

    /// <summary>Says that every commit has its checkpoint and nothing more is written.</summary>
    public void End() => AtWorkMark.Clear(anchor.Path);

    public void Dispose()
    {
        anchor.Dispose();
        signingKey.Dispose();
    }

    private static string NextKeyPath(string anchorPath) => $"{SigningKey.PathFor(anchorPath)}.next";

    private static CheckpointWriter Begin(AnchorFile anchor, byte[]? note, Func<Guid> newId)
    {
        if (note is not null)
        {
            throw new IntegrityException($"TRUNCATION: {anchor.Path} holds checkpoints, but the records are empty. Where records were put aside on purpose, their anchor and its key must be put aside with them.");
        }

        var keyPath = SigningKey.PathFor(anchor.Path);
        var logId = newId();
        var signingKey = File.Exists(keyPath) ? SigningKey.Load(keyPath) : SigningKey.Create(keyPath);
        return new CheckpointWriter(anchor, logId, signingKey, NoteKey.Of(Checkpoint.OriginOf(logId), signingKey.Key), 0);
    }

    private static CheckpointWriter Continue(AnchorFile anchor, byte[]? note, StoredTrail trail, long longestTail)
    {
        var keys = trail.ReadKeys();
        var size = note is null ? 0 : CheckExtends(anchor.Path, note, trail, keys);
        var tail = trail.Size - size;
        if (tail > longestTail)
        {
            var count = tail.ToString(CultureInfo.InvariantCulture);
            throw new IntegrityException(size == 0
                ? $"there are {count} records, but {anchor.Path} holds no checkpoint of them: it is missing, or not their anchor. Name the right one with --anchor."
                : $"{count} records follow the last checkpoint in {anchor.Path}, more than one commit can leave behind: they were not written by the workbench, or the anchor is an old copy.");
        }

        if (tail > 0 && !AtWorkMark.IsSet(anchor.Path))
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"{tail} records follow the last checkpoint in {anchor.Path}, over {size} records, ")
                + $"although the last process that wrote ended properly: {AtWorkMark.PathFor(anchor.Path)} is not there. They were not written by the workbench, or the anchor was cut back. "
                + "Where it was moved after a crash, bring that file along.");
        }

        trail.CheckTail(size);
        var signingKey = LoadKey(anchor.Path, keys, trail.Size);
        var writer = new CheckpointWriter(anchor, trail.LogId, signingKey, NoteKey.Of(Checkpoint.OriginOf(trail.LogId), signingKey.Key), size)
        {
            Recovered = tail == 0 ? null : new Recovery(size, trail.RootAt(size), trail.Size, trail.RootAt(trail.Size)),
        };
        try
        {
            writer.FinishRotation(trail, keys);
            return writer;
        }
        catch
        {
            signingKey.Dispose();
            throw;
        }
    }

    /// <summary>The records must hold everything that the last checkpoint covers, as it covers it.</summary>
    private static long CheckExtends(string path, byte[] note, StoredTrail trail, IReadOnlyList<LogKey> keys)
    {
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Parse(SignedNote.Parse(note).Text);
            if (checkpoint.Origin != Checkpoint.OriginOf(trail.LogId))
            {
                throw new FormatException($"it is of {checkpoint.Origin}, the records are of {Checkpoint.OriginOf(trail.LogId)}. Name the right anchor with --anchor.");
            }

            if (checkpoint.Size > trail.Size)
            {
                throw new IntegrityException(string.Create(CultureInfo.InvariantCulture,
                    $"TRUNCATION: the last checkpoint in {path} covers {checkpoint.Size} records, but there are {trail.Size}. Records were taken away, or an old copy was put in their place."));
            }

            Checkpoint.Open(note, LogKey.At(keys, checkpoint.Size));
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"the last checkpoint in {path} does not hold: {exception.Message}");
        }

        return checkpoint.RootHash == trail.RootAt(checkpoint.Size) ? checkpoint.Size : throw new IntegrityException(string.Create(CultureInfo.InvariantCulture,
            $"the {checkpoint.Size} records under the last checkpoint in {path} are not those it was made of: root {trail.RootAt(checkpoint.Size)}, the checkpoint says {checkpoint.RootHash}."));
    }

    private bool IsNextKey(NoteKey named)
    {
        var path = NextKeyPath(anchor.Path);
        if (!File.Exists(path))
        {
            return false;
        }

        using var next = SigningKey.Load(path);
        return NoteKey.Of(named.Name, next.Key).ToString() == named.ToString();
    }

    private static SigningKey LoadKey(string anchorPath, IReadOnlyList<LogKey> keys, long size)
    {
        var signingKey = SigningKey.Load(SigningKey.PathFor(anchorPath));
        var isKnown = new[] { LogKey.At(keys, size), keys[^1].Key }.Any(key => NoteKey.Of(key.Name, signingKey.Key).ToString() == key.ToString());
        if (isKnown)
        {
            return signingKey;
        }

        signingKey.Dispose();
        throw new IntegrityException($"the key beside {anchorPath} is not the one that the records name for their checkpoints, {keys[^1].Key.Id}.");
    }

    /// <summary>
    /// A rotation that a crash cut short: the record that introduces the next key is stored, but the key before is still in place. It signs the
    /// checkpoint that covers this record, then gives way.
    /// </summary>
    private void FinishRotation(StoredTrail trail, IReadOnlyList<LogKey> keys)
    {
        if (key.ToString() == keys[^1].Key.ToString())
        {
            return;
        }

        var named = keys[^1].Key;
        if (!IsNextKey(named))
        {
            throw new IntegrityException($"the next key beside {anchor.Path} is missing or not the one that the records name, {named.Id}.");
        }

        if (trail.Size > Size)
        {
            Write(trail.Tree);
        }

        TakeNextKey();
    }
}
