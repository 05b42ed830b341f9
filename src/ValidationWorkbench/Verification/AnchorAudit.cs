using System.Collections.Concurrent;

namespace ValidationWorkbench.Verification;

/// <summary>
/// The checkpoints of an anchor beside records that somebody may be adding to meanwhile. The records are looked at first, and the anchor is then read as far as their
/// number at that moment: a checkpoint follows its records, so what it lacks then comes at once, and what it holds beyond is left for the next look.
/// </summary>
internal sealed class AnchorAudit : IDisposable
{
    private const int NotesAhead = 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly AnchorReader reader;
    private readonly SignatureVerifier signatures;
    private readonly FaultLog faults;
    private readonly BlockingCollection<AnchorNote> ahead = new(NotesAhead);
    private readonly CancellationTokenSource stop;
    private readonly CancellationToken cancellationToken;
    private readonly Task reading;
    private KeyHistory keys;
    private long seen;
    private long size;
    private TimeSpan patience;
    private bool isBroken;

    /// <summary>Begins to read on a thread of its own, which the walk over the records waits for.</summary>
    /// <param name="path">The anchor.</param>
    /// <param name="keys">Keys of the log at this moment.</param>
    /// <param name="size">Number of records at this moment.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public AnchorAudit(string path, KeyHistory keys, long size, FaultLog faults, CancellationToken cancellationToken)
    {
        (this.keys, this.size, this.faults, this.cancellationToken) = (keys, size, faults, cancellationToken);
        reader = new AnchorReader(path, faults);
        signatures = new SignatureVerifier(faults);
        Checkpoints = new CheckpointVerifier(Next, faults);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Not one of the pool, which may have no thread free.
        reading = Task.Factory.StartNew(() => ReadAhead(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Compares the checkpoints with the records.</summary>
    public CheckpointVerifier Checkpoints { get; }

    /// <summary>Goes on as far as the records have grown.</summary>
    /// <param name="keysNow">Keys of the log at this moment.</param>
    /// <param name="sizeNow">Number of records at this moment.</param>
    /// <param name="longestWait">How long to wait for the checkpoint of what was committed last.</param>
    public void GoOn(KeyHistory keysNow, long sizeNow, TimeSpan longestWait)
    {
        (keys, size, patience) = (keysNow, sizeNow, longestWait);
        Checkpoints.Resume();
    }

    /// <summary>Looks at what is left in the anchor when all records have passed.</summary>
    /// <param name="trail">The records.</param>
    /// <param name="recordsNow">Asks how many records there are by now: what was added meanwhile may be under a checkpoint already.</param>
    public void Finish(TrailVerifier trail, Func<long> recordsNow)
    {
        GoOn(keys, long.MaxValue, TimeSpan.Zero);
        Checkpoints.Finish(trail, recordsNow);
        reader.Finish();
    }

    public void Dispose()
    {
        stop.Cancel();
        reading.Wait(CancellationToken.None);
        reader.Dispose();
        ahead.Dispose();
        stop.Dispose();
    }

    private void ReadAhead(CancellationToken cancelled)
    {
        try
        {
            for (var upTo = size; seen < upTo && Pull(keys) is { } note;)
            {
                ahead.Add(note, cancelled);
            }
        }
        catch (OperationCanceledException)
        {
            // The walk ended before the anchor did; what it left is void.
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }

    /// <summary>What was read ahead first, then what has come since.</summary>
    private AnchorNote? Next()
    {
        if (ahead.TryTake(out var note, Timeout.Infinite, cancellationToken))
        {
            return note;
        }

        var waited = TimeSpan.Zero;
        while (seen < size)
        {
            if (Pull(keys) is { } further)
            {
                return further;
            }

            if (waited >= patience || cancellationToken.WaitHandle.WaitOne(Interval))
            {
                break;
            }

            waited += Interval;
        }

        return null;
    }

    private AnchorNote? Pull(KeyHistory inForce)
    {
        if (isBroken)
        {
            return null;
        }

        try
        {
            var note = reader.Next();
            if (note is not null)
            {
                signatures.Check(note, inForce);
                seen = Math.Max(seen, note.Size);
            }

            return note;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            isBroken = true;
            faults.Add(FaultClass.Anchor, null, $"the anchor cannot be read: {exception.Message}");
            return null;
        }
    }
}
