using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>
/// The single writer of the records. Callers hand in batches and wait; whatever has gathered meanwhile is stored in one transaction
/// (group commit), so many callers cost hardly more than one. Nothing is acknowledged before it is on the disk and under a checkpoint in the anchor.
/// </summary>
internal sealed class Ledger : IAsyncDisposable
{
    private const int LargestGroup = 1024;

    /// <summary>Records that one group can leave behind the last checkpoint: each may have the record of a clock step before it, and the first that of the log's creation.</summary>
    public const long LongestTail = (2 * LargestGroup) + 2;

    private readonly SqliteConnection connection;
    private readonly RecordStatements statements;
    private readonly EvidenceFiles evidence;
    private readonly TimeProvider timeProvider;
    private readonly HostFacts host;
    private readonly CheckpointWriter checkpoints;
    private readonly string sqlite;
    private readonly Channel<Pending> queue;
    private readonly Task writer;
    private readonly Guid logId;
    private LedgerEnd end;
    private CompactRange tree;
    private Exception? lost;

    /// <summary>Takes over a connection that <see cref="DatabaseSchema.EnsureCreated"/> has set up.</summary>
    /// <exception cref="IntegrityException">The last record cannot be read, so nothing can be linked to it; or the anchor does not agree with the records.</exception>
    public Ledger(
        SqliteConnection connection, StorageMode mode, EvidenceFiles evidence, TimeProvider timeProvider, HostFacts host, Func<Guid> newId, string anchorPath, RestoredNote? restored)
    {
        // First of all, so that nothing is touched where the anchor does not agree.
        var trail = StoredTrail.Read(connection);
        end = LedgerEnd.Read(connection);
        tree = trail.Tree;
        Head = trail.Head;
        checkpoints = CheckpointWriter.Open(anchorPath, trail, LongestTail, newId);
        logId = checkpoints.LogId;
        this.connection = connection;
        this.evidence = evidence;
        this.timeProvider = timeProvider;
        this.host = host;
        sqlite = connection.ServerVersion;
        statements = new RecordStatements(connection, mode);
        WriterGuard.Install(connection);
        statements.AssertSettings();
        queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
        RecordAtOnce(checkpoints.Recovered?.ToEntry(logId));
        RecordAtOnce(restored?.ToEntry(logId));
        writer = Task.Run(WriteAsync);
    }

    /// <summary>End of the log as far as it is acknowledged.</summary>
    public LedgerHead Head { get; private set; }

    /// <summary>Signs the checkpoints.</summary>
    public CheckpointWriter Checkpoints => checkpoints;

    /// <summary>Stores a batch and returns the head right after it. Throws what the storage threw; then nothing of the batch is stored.</summary>
    public Task<LedgerHead> AppendAsync(RecordBatch batch)
    {
        var pending = new Pending(batch, new TaskCompletionSource<LedgerHead>(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(pending) ? pending.Done.Task : throw new ObjectDisposedException(nameof(Ledger));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await writer.ConfigureAwait(false);
        if (tree.Size == checkpoints.Size)
        {
            checkpoints.End();
        }

        statements.Dispose();
        checkpoints.Dispose();
        DatabaseSchema.PutToRest(connection);
    }

    /// <summary>What happened to the records since they were written goes on record before anything else.</summary>
    private void RecordAtOnce(AuditEntry? entry)
    {
        if (entry is null)
        {
            return;
        }

        var pending = new Pending(new RecordBatch(entry), new TaskCompletionSource<LedgerHead>());
        Commit(pending, 1);
        if (pending.Done.Task.Exception?.InnerException is { } fault)
        {
            statements.Dispose();
            checkpoints.Dispose();
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    private async Task WriteAsync()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            if (queue.Reader.TryRead(out var first))
            {
                Commit(first, LargestGroup);
            }
        }
    }

    /// <summary>Stores what waits, one batch at least, and tells the callers.</summary>
    private void Commit(Pending first, int largestGroup)
    {
        var before = (end, tree);
        var group = new List<Pending>();
        List<LedgerHead> heads;
        try
        {
            if (lost is not null)
            {
                group.Add(first);
                throw lost;
            }

            heads = Store(first, group, largestGroup);
        }
        catch (Exception exception)
        {
            GoBackTo(before.end, before.tree);
            var fault = lost as IntegrityException ?? StorageFault.Explain(exception) ?? exception;

            // One caller's mistake is to fail that caller alone; a fault of the storage is everybody's.
            if (group.Count > 1 && fault == exception && fault is not (RecordsUnavailableException or IntegrityException))
            {
                group.ForEach(item => Commit(item, 1));
                return;
            }

            group.ForEach(item => item.Done.SetException(fault));
            return;
        }

        if (Anchor(group[^1].Batch.TakesNextKey))
        {
            Head = heads[^1];
            Acknowledge(group, heads);
        }
        else
        {
            group.ForEach(item => item.Done.SetException(lost!));
        }
    }

    /// <summary>
    /// Puts what is stored under a checkpoint. Where that fails nobody is told that it is stored, and this process writes nothing more: the next one
    /// finds the records behind the last checkpoint and says so.
    /// </summary>
    private bool Anchor(bool takesNextKey)
    {
        try
        {
            checkpoints.Write(tree);
            if (takesNextKey)
            {
                checkpoints.TakeNextKey();
            }

            return true;
        }
        catch (Exception exception)
        {
            lost = new RecordsUnavailableException($"no checkpoint could be kept for them: {exception.Message}", exception);
            return false;
        }
    }

    private static void Acknowledge(List<Pending> group, List<LedgerHead> heads)
    {
        for (var i = 0; i < group.Count; i++)
        {
            group[i].Done.SetResult(heads[i]);
        }
    }

    /// <summary>
    /// After a failure the database decides where the log ends: usually where it was; where only the last step of a commit failed, the group
    /// is stored all the same, although nobody was told so.
    /// </summary>
    private void GoBackTo(LedgerEnd before, CompactRange treeBefore)
    {
        if (lost is not null)
        {
            return;
        }

        var attempted = end;
        try
        {
            var found = LedgerEnd.Read(connection);
            if (!found.IsSameAs(attempted))
            {
                (end, tree) = (before, treeBefore);
                lost = found.IsSameAs(before) ? null
                    : new IntegrityException(FormattableString.Invariant(
                        $"the audit trail ends with record {found.Sequence}, which this process did not write; it left it at {before.Sequence}. It writes and signs nothing more."));
            }
        }
        catch (Exception exception)
        {
            lost = new RecordsUnavailableException("the audit trail could not be read after a failure; nothing more is written by this process.", exception);
        }
    }

    /// <summary>Whatever is handed in while earlier batches are being inserted still joins their transaction.</summary>
    private List<LedgerHead> Store(Pending first, List<Pending> group, int largestGroup)
    {
        group.Add(first);
        var transaction = connection.BeginTransaction();
        try
        {
            statements.AssertSettings();
            List<LedgerHead> heads = [Add(first.Batch)];

            // A record that introduces a key ends its group, since the key before it signs no further.
            while (group.Count < largestGroup && !group[^1].Batch.TakesNextKey && queue.Reader.TryRead(out var next))
            {
                group.Add(next);
                heads.Add(Add(next.Batch));
            }

            evidence.Flush();
            transaction.Commit();
            return heads;
        }
        finally
        {
            End(transaction);
        }
    }

    /// <summary>
    /// A COMMIT that fails, such as on a full disk, has rolled back by itself. The provider does not know that: its own ROLLBACK would fail and leave the
    /// connection in a transaction that is no more. So it gets one to roll back.
    /// </summary>
    private void End(SqliteTransaction transaction)
    {
        if (transaction.Connection is not null && raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            raw.sqlite3_exec(connection.Handle, "begin");
        }

        transaction.Dispose();

        // Where the provider did see that SQLite had rolled back, it left the one just begun alone.
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            raw.sqlite3_exec(connection.Handle, "rollback");
        }
    }

    private LedgerHead Add(RecordBatch batch)
    {
        foreach (var entry in batch.Evidence)
        {
            statements.Insert(entry);
        }

        if (batch.Attempt is { } attempt)
        {
            statements.Insert(attempt);
        }

        if (batch.Trial is { } trial)
        {
            statements.Insert(trial);
        }

        if (batch.NewRun is { } newRun)
        {
            statements.Insert(newRun);
        }

        if (batch.RunMoves is { } move)
        {
            Change(move.RunId, run => run.MoveTo(move.State));
        }

        if (batch.Assessment is { } assessment)
        {
            statements.Insert(assessment);
            Change(assessment.RunId, run => run.Assess(assessment.Outcome));
        }

        return Link(batch.Entry);
    }

    private void Change(string runId, Action<Run> change)
    {
        var run = RecordQueries.FindRun(connection, runId) ?? throw new InvalidOperationException($"There is no run {runId}.");
        change(run);
        statements.Update(run);
    }

    private LedgerHead Link(AuditEntry entry)
    {
        if (end.Sequence == 0 && entry.Action != AuditAction.LogCreated)
        {
            Link(new AuditEntry { Actor = Actor.Workbench, Action = AuditAction.LogCreated, EntityType = "log", EntityId = logId.ToString(), After = CanonicalJson.WriteText(new { vkey = checkpoints.Key.ToString() }) });
        }

        var now = timeProvider.GetUtcNow();
        var reading = new ClockReading(Microseconds.Of(now), (long)(timeProvider.GetTimestamp() / (double)timeProvider.TimestampFrequency * 1e6), host.BootId);
        if (end.Clock is { } earlier && reading.StepSince(earlier, end.IsOwn || (earlier.BootId == host.BootId && host.BootId != Guid.Empty)) is { } step)
        {
            Append(Stepped(earlier, reading, step), reading, now);
        }

        return Append(entry, reading, now);
    }

    private AuditEntry Stepped(ClockReading before, ClockReading after, string step) => new()
    {
        Actor = Actor.Workbench,
        Action = AuditAction.ClockStepped,
        EntityType = "clock",
        EntityId = host.Host,
        Reason = step,
        Before = CanonicalJson.WriteText(new { time = Microseconds.Write(before.WallMicros), before.MonotonicMicros, before.BootId }),
        After = CanonicalJson.WriteText(new { time = Microseconds.Write(after.WallMicros), after.MonotonicMicros, after.BootId }),
    };

    private LedgerHead Append(AuditEntry entry, ClockReading reading, DateTimeOffset now)
    {
        // Time never runs backwards in the log, even where the machine's clock does.
        var atMicros = Math.Max(end.AtMicros, reading.WallMicros);
        var stored = StoredAuditRecord.From(new AuditRecord
        {
            LogId = logId,
            Sequence = end.Sequence + 1,
            PreviousHash = end.Hash,
            AtMicros = atMicros,
            OccurredMicros = entry.OccurredMicros ?? reading.WallMicros,
            OffsetMinutes = (short)timeProvider.LocalTimeZone.GetUtcOffset(now).TotalMinutes,
            MonotonicMicros = reading.MonotonicMicros,
            BootId = reading.BootId,
            Host = host.Host,
            Tool = host.Tool,
            Sqlite = sqlite,
            Entry = entry,
        });
        statements.Insert(stored);
        end = new LedgerEnd(stored.Sequence, stored.Hash, stored.AtMicros, logId, reading, IsOwn: true);
        tree = tree.Copy();
        tree.Append(stored.Hash);
        return new LedgerHead(end.Hash, tree);
    }

    /// <summary>A batch that waits, and the caller to tell.</summary>
    private readonly record struct Pending(RecordBatch Batch, TaskCompletionSource<LedgerHead> Done);
}
