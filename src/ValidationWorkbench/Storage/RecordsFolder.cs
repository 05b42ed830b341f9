using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>
/// The folder with <c>workbench.db</c> and the raw evidence. One process at a time may write; any number may read.
/// </summary>
public sealed class RecordsFolder : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly EvidenceFiles evidence;
    private readonly FileStream? writeLock;
    private readonly Ledger? ledger;

    private RecordsFolder(string folder, SqliteConnection connection, FileStream? writeLock, Func<RecordsFolder, Ledger?> openLedger)
    {
        Folder = folder;
        this.connection = connection;
        this.writeLock = writeLock;
        evidence = new EvidenceFiles(Path.Combine(folder, "evidence"));
        ledger = openLedger(this);
    }

    /// <summary>The folder as the user named it.</summary>
    public string Folder { get; }

    private Ledger Writer => ledger ?? throw new InvalidOperationException("The records were opened for reading.");

    /// <summary>The connection that writes, or the one that reads where the folder was opened for reading; for tests of its guards.</summary>
    internal SqliteConnection Connection => connection;

    /// <summary>Opens the folder for writing and sets it up where it is new.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="timeProvider">Clock.</param>
    /// <param name="host">Where it is done.</param>
    /// <param name="newId">Makes the identity of a new log.</param>
    /// <param name="wait">How long to wait for another process that writes; null to refuse at once.</param>
    /// <param name="anchorPath">File of the checkpoints, outside of the folder; null for the one beside it.</param>
    /// <exception cref="InputException">It cannot be written, another process writes to it, its database is of another version, or its anchor or key cannot be used.</exception>
    /// <exception cref="IntegrityException">The records are not those that the anchor knows, or the database is damaged.</exception>
    public static RecordsFolder OpenForWriting(string folder, TimeProvider timeProvider, HostFacts host, Func<Guid> newId, WriterWait? wait = null, string? anchorPath = null)
    {
        var anchor = anchorPath ?? AnchorFile.DefaultFor(folder);
        CheckOutside(folder, anchor);
        var writeLock = Lock(folder, wait);
        SqliteConnection? connection = null;
        try
        {
            var path = DatabaseIn(folder);
            var opened = connection = DatabaseSchema.Open(path, readOnly: false);
            var mode = DatabaseSchema.EnsureCreated(opened, StorageMode.For(SqliteLibrary.Version), path);
            var restored = RestoredNote.Read(folder);
            var records = new RecordsFolder(folder, opened, writeLock,
                records => new Ledger(opened, mode, records.evidence, timeProvider, host, newId, anchor, restored));
            File.Delete(RestoredNote.PathIn(folder));
            return records;
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            writeLock.Dispose();
            if (exception is not SqliteException)
            {
                throw;
            }

            throw StorageFault.Explain(exception) is IntegrityException fault ? fault : new InputException(folder, $"cannot be used for records: {exception.Message}");
        }
    }

    /// <summary>Opens an existing folder for reading.</summary>
    /// <exception cref="InputException">There are no records, or they are of another version.</exception>
    public static RecordsFolder OpenForReading(string folder)
    {
        CheckExists(folder);
        var path = DatabaseIn(folder);
        RollBackInterrupted(folder);
        var connection = DatabaseSchema.Open(path, readOnly: true);
        try
        {
            DatabaseSchema.CheckVersion(connection, path);
            return new RecordsFolder(folder, connection, null, _ => null);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a folder without records.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public static void CheckExists(string folder)
    {
        if (!File.Exists(DatabaseIn(folder)))
        {
            throw new InputException(folder, "holds no records (no workbench.db). Name the folder of your runs with --records.");
        }
    }

    /// <summary>A context for queries. Writing goes through <see cref="AppendAsync"/> alone.</summary>
    public WorkbenchDbContext CreateReader() => new(new DbContextOptionsBuilder<WorkbenchDbContext>()
        .UseSqlite($"Data Source={DatabaseIn(Folder)};Mode=ReadOnly;Pooling=False").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    /// <summary>A connection for queries that need more than the model.</summary>
    internal SqliteConnection ConnectForReading() => DatabaseSchema.Open(DatabaseIn(Folder), readOnly: true);

    /// <summary>A run; null where there is none of that id.</summary>
    /// <exception cref="IntegrityException">Its state is none.</exception>
    public Run? FindRun(string runId)
    {
        using var reading = ConnectForReading();
        return RecordQueries.FindRun(reading, runId);
    }

    /// <summary>Finished trials of a run: those with an answer, and those without.</summary>
    public (int Answered, int Error) CountTrials(string runId)
    {
        using var reading = ConnectForReading();
        return RecordQueries.CountTrials(reading, runId);
    }

    /// <summary>Stores a batch; returns the head right after it once both are on the disk.</summary>
    public Task<LedgerHead> AppendAsync(RecordBatch batch) =>
        Writer.AppendAsync(batch);

    /// <summary>Hands raw bytes to the evidence files. They become part of the records with the batch that names them.</summary>
    public EvidenceEntry Keep(ReadOnlySpan<byte> bytes) => evidence.Append(bytes);

    /// <summary>Reads evidence and checks it against its name.</summary>
    /// <exception cref="IntegrityException">It is missing or was altered.</exception>
    public byte[] ReadEvidence(EvidenceEntry entry) => evidence.Read(entry);

    /// <summary>Reads evidence by its SHA-256.</summary>
    /// <exception cref="IntegrityException">It is missing or was altered.</exception>
    public byte[] ReadEvidence(string sha256)
    {
        using var reading = ConnectForReading();
        var entry = RecordQueries.FindEvidence(reading, sha256);
        return entry is null ? throw new IntegrityException($"evidence {sha256} is not in the records.") : evidence.Read(entry);
    }

    /// <summary>Public key of the next checkpoint.</summary>
    public NoteKey CheckpointKey => Writer.Checkpoints.Key;

    /// <summary>Makes the key that takes over behind the batch with <see cref="RecordBatch.TakesNextKey"/>.</summary>
    public KeySuccession MakeNextKey() => Writer.Checkpoints.MakeNextKey();

    /// <summary>End of the audit trail as stored.</summary>
    public LedgerHead ReadHead()
    {
        if (ledger is not null)
        {
            return ledger.Head;
        }

        using var reading = DatabaseSchema.Open(DatabaseIn(Folder), readOnly: true);
        return StoredTrail.Read(reading).Head;
    }

    public async ValueTask DisposeAsync()
    {
        if (ledger is not null)
        {
            await ledger.DisposeAsync().ConfigureAwait(false);
        }

        evidence.Dispose();
        await connection.DisposeAsync().ConfigureAwait(false);
        if (writeLock is not null)
        {
            await writeLock.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A commit that a crash cut short is rolled back by SQLite, which needs to write for that; not while another process is writing.</summary>
    internal static void RollBackInterrupted(string folder)
    {
        var path = DatabaseIn(folder);
        if (!File.Exists($"{path}-journal"))
        {
            return;
        }

        try
        {
            using var writeLock = Lock(folder, null);
            using var connection = DatabaseSchema.Open(path, readOnly: false);

            // Opening alone reads nothing of the file; the first read is what rolls back.
            DatabaseSchema.CheckVersion(connection, path);
        }
        catch (InputException)
        {
            // In use or not writable: reading shows whether that matters.
        }
    }

    private static void CheckOutside(string folder, string anchor)
    {
        if (DiskPath.IsWithin(anchor, folder))
        {
            throw new InputException(anchor, "lies within the records. Checkpoints kept there would be replaced together with them; name a file outside with --anchor.");
        }
    }

    private static string DatabaseIn(string folder) => Path.Combine(folder, "workbench.db");

    /// <summary>
    /// True where another process holds the file: EAGAIN (Linux 11, macOS 35), or the sharing and lock violations of Windows. Every other error, such as that of a read-only
    /// disk, does not pass by waiting.
    /// </summary>
    private static bool IsTaken(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) || exception.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);

    /// <summary>The operating system releases the lock when the process ends, however it ends.</summary>
    private static FileStream Lock(string folder, WriterWait? wait)
    {
        var path = Path.Combine(folder, "writer.lock");
        var since = Stopwatch.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new InputException(folder, $"cannot be written: {exception.Message} Choose another folder with --records.");
            }
            catch (IOException exception) when (!IsTaken(exception))
            {
                throw new InputException(folder, $"cannot be written: {exception.Message} Choose another folder with --records.");
            }
            catch (IOException) when (wait is not null && Stopwatch.GetElapsedTime(since) < wait.Longest)
            {
                if (isFirst)
                {
                    wait.Say(string.Create(CultureInfo.InvariantCulture, $"another process writes to {folder}; waiting up to {wait.Longest.TotalSeconds:0} s for it to finish."));
                }

                Thread.Sleep(WriterWait.Interval);
            }
            catch (IOException)
            {
                throw new InputException(folder, "is in use by another process that writes to it. Wait until it has finished, or name another folder with --records.");
            }
        }
    }
}
