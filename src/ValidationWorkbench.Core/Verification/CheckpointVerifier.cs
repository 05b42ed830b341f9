namespace ValidationWorkbench.Verification;

/// <summary>
/// Compares checkpoints with the tree over the records while these pass by: every root, their order, and what neither side has.
/// </summary>
/// <param name="read">Gives the next checkpoint in the order of the anchor when it is needed; null where there is none for now.</param>
/// <param name="faults">Takes the faults.</param>
public sealed class CheckpointVerifier(Func<AnchorNote?> read, FaultLog faults)
{
    private AnchorNote? next;
    private AnchorNote? good;
    private bool hasEnded;

    /// <summary>Checkpoints whose root was compared.</summary>
    public long Checked { get; private set; }

    /// <summary>Checkpoints that vouch for records which are not there.</summary>
    public long Missing { get; private set; }

    /// <summary>The last checkpoint; null where there is none.</summary>
    public AnchorNote? Last { get; private set; }

    /// <summary>Asks for checkpoints again after there was none for a time.</summary>
    public void Resume() => hasEnded = false;

    /// <summary>Compares the checkpoints over as many records as have passed.</summary>
    public void Reach(TrailVerifier trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        if (next is null && !hasEnded)
        {
            Advance();
        }

        while (next is { } note && note.Size <= trail.Count)
        {
            if (note.Size == trail.Count)
            {
                Compare(note, trail);
            }
            else
            {
                faults.Add(FaultClass.Checkpoint, note.Size, $"the checkpoint over {Number(note.Size)} records stands after one over {Number(Last?.Size ?? 0)}: a log never shrinks");
            }

            Step(note);
        }
    }

    /// <summary>Looks at what is left when all records have passed.</summary>
    /// <param name="trail">The records.</param>
    /// <param name="recordsNow">Asks how many records there are by now, which somebody may have added meanwhile.</param>
    public void Finish(TrailVerifier trail, Func<long> recordsNow)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(recordsNow);
        Reach(trail);
        var newer = 0L;
        for (; next is { } note; Reach(trail))
        {
            if (note.Size <= newer || note.Size <= (newer = recordsNow()))
            {
                // Of records that came after the last one looked at; the next check sees them.
                Advance();
                continue;
            }

            if (Missing++ == 0)
            {
                faults.Add(FaultClass.Truncation, trail.Count + 1, $"a checkpoint vouches for {Number(note.Size)} records, but only {Number(trail.Count)} are there");
            }

            Step(note);
        }

        if (newer > trail.Count)
        {
            faults.Remark($"{Number(newer - trail.Count)} records were added while this check was under way; it is about the {Number(trail.Count)} before them.");
        }

        var anchored = Last?.Size ?? 0;
        if (anchored < trail.Count)
        {
            faults.Add(FaultClass.Tail, anchored + 1, $"{Number(trail.Count - anchored)} records stand after the last checkpoint (over {Number(anchored)} records): no signature vouches for them");
        }
    }

    private void Compare(AnchorNote note, TrailVerifier trail)
    {
        Checked++;
        if (Last is { } last && last.Size == note.Size && !last.Root.AsSpan().SequenceEqual(note.Root))
        {
            faults.Add(FaultClass.Checkpoint, note.Size, $"two checkpoints over {Number(note.Size)} records have different roots: {last.RootText} and {note.RootText}");
        }

        if (trail.LogId is { } logId && note.Origin != $"validation-workbench/{logId:N}")
        {
            faults.Add(FaultClass.Log, note.Size, $"a checkpoint is of {note.Origin}, the records are of log {logId}");
        }

        var root = trail.Tree.Root();
        if (root.AsSpan().SequenceEqual(note.Root))
        {
            good = note;
        }
        else
        {
            faults.Add(FaultClass.Checkpoint, (good?.Size ?? 0) + 1,
                $"the checkpoint over {Number(note.Size)} records has root {note.RootText}, the records give {Convert.ToHexStringLower(root)}: one of the records {Number((good?.Size ?? 0) + 1)} to {Number(note.Size)} is another");
        }
    }

    private void Step(AnchorNote note)
    {
        Last = Last is { } last && last.Size > note.Size ? last : note;
        Advance();
    }

    private void Advance()
    {
        next = read();
        hasEnded = next is null;
    }

    private static string Number(long value) => FormattableString.Invariant($"{value}");
}
