using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>
/// The single writer of the records. Callers hand in batches and wait; whatever has gathered meanwhile is stored in one transaction
/// (group commit), so many callers cost hardly more than one. Nothing is acknowledged before it is on the disk.
/// </summary>
internal sealed class Ledger : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly SqliteConnection connection;
    private readonly Func<WorkbenchDbContext> createContext;
    private readonly EvidenceFiles evidence;
    private readonly TimeProvider timeProvider;
    private readonly HostFacts host;
    private readonly Channel<(RecordBatch Batch, TaskCompletionSource<LedgerHead> Done)> queue;
    private readonly Task writer;
    private readonly Guid logId;
    private byte[] headHash = AuditChain.Start;
    private long headSequence;
    private long headMicros = long.MinValue;

    public Ledger(SqliteConnection connection, Func<WorkbenchDbContext> createContext, EvidenceFiles evidence, TimeProvider timeProvider, HostFacts host, Func<Guid> newId)
    {
        this.connection = connection;
        this.createContext = createContext;
        this.evidence = evidence;
        this.timeProvider = timeProvider;
        this.host = host;
        logId = ReadHead() ?? newId();
        queue = Channel.CreateUnbounded<(RecordBatch, TaskCompletionSource<LedgerHead>)>(new UnboundedChannelOptions { SingleReader = true });
        writer = Task.Run(WriteAsync);
    }

    /// <summary>Stores a batch and returns the head right after it. Throws what the storage threw; then nothing of the group is stored.</summary>
    public Task<LedgerHead> AppendAsync(RecordBatch batch)
    {
        var done = new TaskCompletionSource<LedgerHead>(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.Writer.TryWrite((batch, done)) ? done.Task : throw new ObjectDisposedException(nameof(Ledger));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await writer.ConfigureAwait(false);
    }

    private Guid? ReadHead()
    {
        using var context = createContext();
        var last = context.AuditRecords.AsNoTracking().OrderByDescending(record => record.Sequence).FirstOrDefault();
        if (last is null)
        {
            return null;
        }

        (headHash, headSequence, headMicros) = (last.Hash, last.Sequence, last.AtMicros);
        return AuditRecordReader.Read(last.Bytes).LogId;
    }

    private async Task WriteAsync()
    {
        var group = new List<(RecordBatch Batch, TaskCompletionSource<LedgerHead> Done)>();
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<(RecordBatch Batch, TaskCompletionSource<LedgerHead> Done)> group)
    {
        var before = (headHash, headSequence, headMicros);
        try
        {
            evidence.Flush();
            var heads = Store(group);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.SetResult(heads[i]);
            }
        }
        catch (Exception exception)
        {
            // The transaction was rolled back, so the head is where it was; each caller learns why.
            (headHash, headSequence, headMicros) = before;
            group.ForEach(item => item.Done.SetException(exception));
        }
    }

    private List<LedgerHead> Store(List<(RecordBatch Batch, TaskCompletionSource<LedgerHead> Done)> group)
    {
        using var context = createContext();
        using var transaction = connection.BeginTransaction();
        context.Database.UseTransaction(transaction);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        AddEvidence(context, group.SelectMany(item => item.Batch.Evidence));
        var heads = group.ConvertAll(item => Add(context, item.Batch));
        context.ChangeTracker.DetectChanges();
        context.SaveChanges();
        transaction.Commit();
        return heads;
    }

    private static void AddEvidence(WorkbenchDbContext context, IEnumerable<EvidenceEntry> entries)
    {
        var wanted = entries.DistinctBy(entry => entry.Sha256).ToList();
        var hashes = wanted.ConvertAll(entry => entry.Sha256);
        var known = context.Evidence.AsNoTracking().Where(entry => hashes.Contains(entry.Sha256)).Select(entry => entry.Sha256).ToHashSet();
        context.Evidence.AddRange(wanted.Where(entry => !known.Contains(entry.Sha256)));
    }

    private LedgerHead Add(WorkbenchDbContext context, RecordBatch batch)
    {
        if (batch.Attempt is { } attempt)
        {
            context.Attempts.Add(attempt);
        }

        if (batch.Trial is { } trial)
        {
            context.Trials.Add(trial);
        }

        if (batch.NewRun is { } newRun)
        {
            context.Runs.Add(newRun);
        }

        if (batch.RunMoves is { } move)
        {
            context.Runs.Single(run => run.Id == move.RunId).MoveTo(move.State);
        }

        var head = Link(context, batch.Entry);
        if (batch.Assessment is { } assessment)
        {
            context.Assessments.Add(assessment);
            context.Runs.Single(run => run.Id == assessment.RunId).Assess(assessment.Outcome);
        }

        return head;
    }

    private LedgerHead Link(WorkbenchDbContext context, AuditEntry entry)
    {
        if (headSequence == 0 && entry.Action != AuditAction.LogCreated)
        {
            Link(context, new AuditEntry { Actor = Actor.Workbench, Action = AuditAction.LogCreated, EntityType = "log", EntityId = logId.ToString() });
        }

        // Time never runs backwards in the log, even where the machine's clock does.
        var now = timeProvider.GetUtcNow();
        headMicros = Math.Max(headMicros, Microseconds.Of(now));
        var stored = StoredAuditRecord.From(new AuditRecord
        {
            LogId = logId,
            Sequence = headSequence + 1,
            PreviousHash = headHash,
            AtMicros = headMicros,
            OccurredMicros = entry.OccurredMicros ?? headMicros,
            OffsetMinutes = (short)timeProvider.LocalTimeZone.GetUtcOffset(now).TotalMinutes,
            MonotonicMicros = (long)(timeProvider.GetTimestamp() / (double)timeProvider.TimestampFrequency * 1e6),
            BootId = host.BootId,
            Host = host.Host,
            Tool = host.Tool,
            Sqlite = connection.ServerVersion,
            Entry = entry,
        });
        context.AuditRecords.Add(stored);
        (headHash, headSequence) = (stored.Hash, stored.Sequence);
        return new LedgerHead(headSequence, Convert.ToHexStringLower(headHash));
    }
}
