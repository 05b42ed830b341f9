using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ValidationWorkbench.Verification;

/// <summary>
/// Re-derives everything from stored bytes: the trail and its tree, the checkpoints and signatures of the anchor, every row of every table, every
/// piece of evidence, issued packages. It reads in steps, so that a writer is held up for moments only, and needs no memory for what it has passed.
/// Whatever cannot be read is a finding and never an error.
/// </summary>
internal sealed class RecordsAudit(AuditOptions options, FaultLog faults)
{
    private const int RecordsAtOnce = 20_000;

    private readonly TrailVerifier trail = new(faults);
    private string sqlite = "unknown";
    private KeyHistory keys = new([]);
    private VerifierKey? pinned;
    private CheckpointVerifier? vouched;
    private string? anchor;
    private (long Rows, int Documents) compared;
    private (long Pieces, long Bytes) evidence;
    private IReadOnlyList<byte[]>? pinnedAuthority;
    private IReadOnlyList<StampedCheckpoint> timestamps = [];

    /// <summary>Packages issued last of each run, once <see cref="Run"/> has passed.</summary>
    public IReadOnlyList<IssuedFiles> Issued { get; private set; } = [];

    /// <summary>What SQLite says of its file, once it was asked.</summary>
    public string? Integrity { get; private set; }

    private string EvidenceFolder => Path.Combine(options.Folder, "evidence");

    private string DatabasePath => Path.Combine(options.Folder, "workbench.db");

    /// <summary>Checks everything.</summary>
    /// <exception cref="InputException">There are no records, or a file that the user named is not there or holds no key.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        FindInputs();
        try
        {
            Parallel.Invoke(
                () => Attempt("the records", () => Read(database => CheckRecords(database, cancellationToken))),
                () => Attempt("the evidence", () => Read(database => CheckEvidence(database, cancellationToken))),
                () => Attempt("SQLite's own check", () => Read(AskSqlite)));
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            foreach (var (_, key) in keys.Keys)
            {
                key.Dispose();
            }

            pinned?.Dispose();
        }
    }

    /// <summary>The report.</summary>
    public AuditReport Report(string tool, TimeSpan duration, (int, int)? recomputed) => new()
    {
        Tool = tool,
        Sqlite = sqlite,
        Libraries = [RuntimeInformation.FrameworkDescription, $"Microsoft.Data.Sqlite {typeof(SqliteConnection).Assembly.GetName().Version?.ToString(3)}", $"SQLitePCLRaw {typeof(SQLitePCL.raw).Assembly.GetName().Version?.ToString(3)}"],
        Folder = options.Folder,
        LogId = trail.LogId,
        Keys = [.. keys.Keys.Select(entry => (entry.Since, entry.Key.Text))],
        IsKeyPinned = pinned is not null,
        First = trail.Range.First,
        Last = trail.Range.Last,
        Records = trail.Count,
        Head = trail.Head,
        StoredHead = trail.StoredHead,
        Root = Convert.ToHexStringLower(trail.Tree.Root()),
        Expected = vouched?.Last is { } last ? (last.RootText, last.Size) : null,
        Anchor = anchor,
        CheckpointsChecked = vouched?.Checked ?? 0,
        CheckpointsMissing = vouched?.Missing ?? 0,
        Rows = compared.Rows,
        Evidence = evidence.Pieces,
        EvidenceBytes = evidence.Bytes,
        Timestamps = timestamps,
        Documents = compared.Documents,
        Integrity = Integrity,
        Recomputed = recomputed,
        Duration = duration,
        FaultCount = faults.Count,
        Classes = faults.Classes,
        Faults = faults.Faults,
        Remarks = faults.Remarks,
    };

    private void FindInputs()
    {
        if (!File.Exists(DatabasePath) || DiskPath.IsSpecial(DatabasePath))
        {
            throw new InputException(options.Folder, "holds no records (no workbench.db). Name the folder of your runs with --records.");
        }

        if (options.AnchorPath is { } named && !File.Exists(named))
        {
            throw new InputException(named, "is not there. Name the anchor of these records with --anchor, or leave the option out to look beside the records.");
        }

        anchor = options.AnchorPath ?? (File.Exists(options.DefaultAnchorPath) ? options.DefaultAnchorPath : null);
        if (IsUnborn())
        {
            throw new InputException(options.Folder, "holds no records: a first start was cut off before it had set them up, and nothing was recorded. The next command that writes finishes it.");
        }

        pinned = options.Vkey is { } vkey ? KeyReader.ReadPinned(vkey) : null;
        pinnedAuthority = options.TsaCertificate is { } certificate ? TimestampAudit.ReadPinned(certificate) : null;
        if (options.PackagesFolder is { } packages && !Directory.Exists(packages))
        {
            throw new InputException(packages, "is no folder. Name the folder of the packages with --packages.");
        }

        if (File.Exists(Path.Combine(options.Folder, "restored.json")))
        {
            faults.Remark("these records were restored and not written to since; restored.json says by whom and why, and goes on record with what is written next.");
        }

        if (anchor is not null && DiskPath.IsWithin(anchor, options.Folder))
        {
            faults.Remark("the anchor lies within the folder of the records: whoever can replace these can replace it as well.");
        }
    }

    /// <summary>True for an empty database without a checkpoint: with one, its records were taken away.</summary>
    private bool IsUnborn()
    {
        try
        {
            using var database = new RecordsDatabase(DatabasePath);
            return (anchor is null || new FileInfo(anchor).Length == 0)
                && database.Count("pragma application_id") == 0 && database.Count("select count(*) from sqlite_master") == 0;
        }
        catch (SqliteException)
        {
            // What is wrong with it is found when it is read.
            return false;
        }
    }

    private void Read(Action<RecordsDatabase> read)
    {
        using var database = new RecordsDatabase(DatabasePath);
        read(database);
    }

    private void Attempt(string what, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Damaged bytes lead anywhere; whatever it is, it is a finding about them.
            faults.Add(FaultClass.Database, null, $"{what} cannot be read: {exception.Message}");
        }
    }

    private void CheckEvidence(RecordsDatabase database, CancellationToken cancellationToken)
    {
        var audit = new EvidenceAudit(EvidenceFolder, faults);
        try
        {
            audit.Run(database, cancellationToken);
        }
        finally
        {
            evidence = (audit.Pieces, audit.Bytes);
        }
    }

    private void AskSqlite(RecordsDatabase database)
    {
        if (!options.Deep)
        {
            return;
        }

        var row = new StoredRow(1);
        using var integrity = database.Prepare("pragma integrity_check(20)");
        while (integrity.Read(row))
        {
            Integrity = Integrity is null ? row.Describe(0) : $"{Integrity}; {row.Describe(0)}";
        }

        if (Integrity != "ok")
        {
            faults.Add(FaultClass.Database, null, $"integrity_check: {Integrity}");
        }

        var key = new StoredRow(3);
        using var foreignKeys = database.Prepare("pragma foreign_key_check");
        while (foreignKeys.Read(key))
        {
            faults.Add(FaultClass.Database, null, $"foreign_key_check: {key.Describe(0)} row {key.Describe(1)} points to no row of {key.Describe(2)}");
        }
    }

    private void CheckRecords(RecordsDatabase database, CancellationToken cancellationToken)
    {
        sqlite = RecordsDatabase.SqliteVersion;
        CheckIdentity(database);

        // Keys, sizes and the number of records are of one moment, and the anchor is read after it.
        database.Execute("begin");
        var size = CountRecords(database);
        SchemaAudit.Run(database, faults);
        keys = KeyReader.Read(database, keys, after: 0, pinned, faults);
        CheckKeys(isEmpty: size == 0);
        var roots = ReadWantedSizes(database);
        database.Execute("commit");
        using var checkpoints = anchor is null ? null : new AnchorAudit(anchor, keys, size, faults, cancellationToken);
        try
        {
            Walk(database, checkpoints, size, roots, cancellationToken);
        }
        finally
        {
            vouched = checkpoints?.Checkpoints;
        }
    }

    private static long CountRecords(RecordsDatabase database) => database.Count("select max(Sequence) from AuditRecords");

    /// <summary>The numbers by which a database says whose it is.</summary>
    private void CheckIdentity(RecordsDatabase database)
    {
        if (database.Count("pragma application_id") is var id && id != 0x56574231)
        {
            faults.Add(FaultClass.Database, null, FormattableString.Invariant($"application_id is {id}: not that of a workbench's database"));
        }
    }

    private void CheckKeys(bool isEmpty)
    {
        if (keys.Keys.Count > 0 && keys.Keys[0].Since == 1)
        {
            if (pinned is not null && keys.Keys[0].Key.Text != pinned.Text)
            {
                faults.Add(FaultClass.Key, 1, $"the log began with key {keys.Keys[0].Key.Text}, {pinned.Text} is expected");
            }
        }
        else if (anchor is not null && !isEmpty)
        {
            faults.Add(FaultClass.Key, 1, "the log does not name the verifier key that it began with, so that no signature of the anchor can be checked");
        }
    }

    private void Walk(RecordsDatabase database, AnchorAudit? checkpoints, long size, Dictionary<long, string?> roots, CancellationToken cancellationToken)
    {
        using var tables = new TableAudit(database, faults, upTo => RootAt(database, roots, upTo));
        using var page = database.Prepare(FormattableString.Invariant(
            $"select {string.Join(", ", TrailColumns.Names)} from AuditRecords not indexed where Sequence > ?1 and Sequence <= ?2 order by Sequence limit {RecordsAtOnce}"));
        checkpoints?.Checkpoints.Reach(trail);

        // As far as the records went at the start, in steps: whoever adds to them waits for moments only.
        long last = long.MinValue, before;
        do
        {
            before = last;
            database.Execute("begin");
            last = ReadPage(page, last, size, tables, checkpoints, roots, cancellationToken);
            database.Execute("commit");
        }
        while (last > before);

        // What came meanwhile, the comparison of the tables and that of the packages see one state.
        database.Execute("begin");
        size = CountRecords(database);
        keys = KeyReader.Read(database, keys, Math.Max(last, 1), pinned, faults);
        checkpoints?.GoOn(keys, size, options.CheckpointWait);
        do
        {
            before = last;
            last = ReadPage(page, last, long.MaxValue, tables, checkpoints, roots, cancellationToken);
        }
        while (last > before);

        checkpoints?.Checkpoints.Reach(trail);
        tables.Finish();
        CheckPackages(database, tables, roots);
        CheckTimestamps(database, tables, roots);
        database.Execute("commit");
        checkpoints?.Finish(trail, () => trail.Count + CountRecords(database) - size);
    }

    /// <summary>Checks the next records and returns the sequence of the last of them.</summary>
    private long ReadPage(SqlQuery page, long last, long upTo, TableAudit tables, AnchorAudit? checkpoints, Dictionary<long, string?> roots, CancellationToken cancellationToken)
    {
        var row = new StoredRow(TrailColumns.Names.Count);
        for (page.Bind(last, upTo); page.Read(row);)
        {
            cancellationToken.ThrowIfCancellationRequested();
            last = Math.Max(last, row.Number(TrailColumns.Sequence) ?? last);
            if (trail.Add(row, out var record))
            {
                tables.Add(record);
            }

            if (roots.ContainsKey(trail.Count))
            {
                roots[trail.Count] = Convert.ToHexStringLower(trail.Tree.Root());
            }

            checkpoints?.Checkpoints.Reach(trail);
        }

        return last;
    }

    /// <summary>The root over so many records: kept as they passed, or else computed from the hashes stored, which were compared with the bytes by then.</summary>
    private static string RootAt(RecordsDatabase database, Dictionary<long, string?> roots, long size)
    {
        if (roots.GetValueOrDefault(size) is { } kept)
        {
            return kept;
        }

        var tree = new HashTree();
        var row = new StoredRow(1);
        using var hashes = database.Prepare("select Hash from AuditRecords not indexed where Sequence <= ?1 order by Sequence");
        for (hashes.Bind(size); hashes.Read(row) && row.Bytes(0).Length == SHA256.HashSizeInBytes;)
        {
            tree.Append(row.Bytes(0));
        }

        return roots[size] = Convert.ToHexStringLower(tree.Root());
    }

    /// <summary>Sizes at which assessments or manifests name a root; the roots are filled in as the records pass.</summary>
    private static Dictionary<long, string?> ReadWantedSizes(RecordsDatabase database)
    {
        var sizes = new Dictionary<long, string?>();
        var row = new StoredRow(1);
        using var query = database.Prepare("select HeadSequence from Assessments not indexed union select Sequence from AuditRecords where Action = 'documents-issued'");
        while (query.Read(row))
        {
            sizes[row.Number(0) ?? 0] = null;
        }

        return sizes;
    }

    private void CheckTimestamps(RecordsDatabase database, TableAudit tables, Dictionary<long, string?> roots)
    {
        var audit = new TimestampAudit(sha256 => EvidenceAudit.Read(database, EvidenceFolder, sha256), size => RootAt(database, roots, size), keys, pinnedAuthority, faults);
        foreach (var (sequence, atMicros, attachments) in tables.Timestamps)
        {
            audit.Check(sequence, atMicros, attachments);
        }

        timestamps = audit.Stamped;
        if (timestamps.Any(stamped => !stamped.IsPinned))
        {
            faults.Remark("the tokens of the time stamps agree with themselves; the authority was not checked. Give its certificate with --tsa-certificate.");
        }
    }

    private void CheckPackages(RecordsDatabase database, TableAudit tables, Dictionary<long, string?> roots)
    {
        var issued = tables.Runs.Where(run => run.Issues.Count > 0).ToList();
        Issued = [.. issued.Select(run => run.Issues[^1]), .. tables.Runs.SelectMany(run => run.Renderings)];
        var documents = 0;
        var folder = options.PackagesFolder ?? options.DefaultPackagesFolder;
        if (!Directory.Exists(folder))
        {
            if (issued.Count > 0)
            {
                faults.Remark(FormattableString.Invariant($"{issued.Count} issued packages were not found at {folder} and not compared. Name their folder with --packages."));
            }
        }
        else
        {
            using var hash = database.Prepare("select Hash from AuditRecords not indexed where Sequence = ?1");
            var row = new StoredRow(1);
            var packages = new PackageAudit(folder, $"validation-workbench/{trail.LogId:N}", faults);
            packages.FindUnknown(tables.Runs);
            foreach (var run in issued)
            {
                packages.Check(run, sequence => hash.ReadOne(row, sequence) ? Convert.ToHexStringLower(row.Bytes(0)) : null, size => RootAt(database, roots, size));
            }

            documents = packages.Documents;
        }

        compared = (tables.Rows, documents);
    }
}
