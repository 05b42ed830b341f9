using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>Damaged databases, full disks and files that went away.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Database => folder.PathOf("workbench.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_database_whose_header_is_destroyed_is_an_integrity_failure_and_left_as_it_is()
    {
        await FillAsync();
        var bytes = File.ReadAllBytes(Database);
        bytes.AsSpan(0, 16).Fill((byte)'x');
        File.WriteAllBytes(Database, bytes);

        BothRefuse($"{Database}: the database is damaged: ");
        Assert.Equal(bytes, File.ReadAllBytes(Database));
    }

    [Fact]
    public async Task A_database_that_was_cut_off_is_an_integrity_failure()
    {
        await FillAsync();
        using (var stream = File.OpenWrite(Database))
        {
            stream.SetLength(8192);
        }

        Assert.Contains("damaged", Assert.Throws<IntegrityException>(() => Records.Open(folder.Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bytes = x'00'", "record 2, the last one, cannot be read: ")]
    [InlineData("Bytes = cast(Bytes || x'00' as blob)", "record 2, the last one, cannot be read: 1 bytes follow the record.")]
    [InlineData("Hash = randomblob(32)", "record 2, the last one, cannot be read: its bytes have another sequence or another hash than stands beside them.")]
    [InlineData("Bytes = null", null)]
    public async Task Nothing_is_linked_to_a_last_record_that_is_not_what_was_recorded(string forgery, string? expected)
    {
        await FillAsync();
        var sql = $"update AuditRecords set {forgery} where Sequence = 2";
        if (expected is null)
        {
            Assert.Contains("NOT NULL", Assert.Throws<SqliteException>(() => Records.Forge(folder.Root, sql)).Message, StringComparison.Ordinal);
            return;
        }

        Records.Forge(folder.Root, sql);
        Assert.StartsWith(expected, Assert.Throws<IntegrityException>(() => Records.Open(folder.Root)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Records.Count(folder.Root, "AuditRecords"));
    }

    [Fact]
    public async Task A_full_disk_is_named_nothing_is_half_stored_and_the_log_goes_on_when_there_is_room()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()) { NewRun = Records.Run() });
        var pages = long.Parse(Records.Text(folder.Root, "pragma page_count"), System.Globalization.CultureInfo.InvariantCulture);
        SetLargest(records, pages + 10);

        var acknowledged = new List<LedgerHead>();
        var fault = await Assert.ThrowsAsync<RecordsUnavailableException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                acknowledged.Add(await records.AppendAsync(Records.TrialBatch(records, $"C-{i}")));
            }
        });

        Assert.Equal("the disk is full.", fault.Message);
        Assert.NotEmpty(acknowledged);
        Assert.Equal(acknowledged[^1], records.ReadHead());
        Assert.Equal(acknowledged.Count, Records.Count(folder.Root, "Trials"));
        Assert.Equal(acknowledged.Count, Records.Count(folder.Root, "Evidence"));
        SetLargest(records, 1_000_000);
        Assert.Equal(acknowledged[^1].Records + 1, (await records.AppendAsync(Records.TrialBatch(records, "later"))).Records);
        Assert.Empty(Chain.FaultsIn(records));
    }

    [Fact]
    public async Task A_database_that_was_moved_away_under_the_writer_is_named_and_takes_nothing()
    {
        if (StorageMode.For(SqliteLibrary.Version) == StorageMode.WalFull)
        {
            // SQLite looks for its file only where it makes a journal; with a write-ahead log the next start tells, by the anchor.
            return;
        }

        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            File.Move(Database, folder.PathOf("moved.db"));
            var fault = await Assert.ThrowsAsync<RecordsUnavailableException>(() => records.AppendAsync(new RecordBatch(Records.Entry())));
            Assert.StartsWith("they are read-only, or their file was moved: ", fault.Message, StringComparison.Ordinal);
            File.Move(folder.PathOf("moved.db"), Database);
        }

        Assert.Equal(2, Records.Count(folder.Root, "AuditRecords"));
    }

    [Fact]
    public async Task Records_on_a_read_only_disk_are_refused_in_words()
    {
        // Root is not stopped by permissions, so it takes a file system that nobody can write to.
        var place = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? "/proc/vwb-records" : folder.PathOf("read-only");
        if (!place.StartsWith("/proc", StringComparison.Ordinal))
        {
            await Records.Open(place).DisposeAsync();
            MakeReadOnly(place);
        }

        Assert.StartsWith($"{place}: cannot be written: ", Faults.OnlyOf(() => Records.Open(place)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_cannot_be_opened_is_not_taken_for_another_writer()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A socket refuses to be opened (ENXIO) as a file on a read-only disk does (EROFS), for root as well.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.PathOf("writer.lock")));
        var said = new List<string>();

        var fault = Faults.OnlyOf(() => RecordsFolder.OpenForWriting(
            folder.Root, new SettableClock(), Records.Host, Guid.NewGuid, new WriterWait(TimeSpan.FromSeconds(1), said.Add)));

        Assert.StartsWith($"{folder.Root}: cannot be written: ", fault, StringComparison.Ordinal);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData(raw.SQLITE_FULL, typeof(RecordsUnavailableException))]
    [InlineData(raw.SQLITE_IOERR, typeof(RecordsUnavailableException))]
    [InlineData(raw.SQLITE_READONLY, typeof(RecordsUnavailableException))]
    [InlineData(raw.SQLITE_BUSY, typeof(RecordsUnavailableException))]
    [InlineData(raw.SQLITE_CORRUPT, typeof(IntegrityException))]
    [InlineData(raw.SQLITE_NOTADB, typeof(IntegrityException))]
    [InlineData(raw.SQLITE_CONSTRAINT, null)]
    public void Faults_of_the_storage_are_told_from_mistakes(int code, Type? expected)
    {
        Assert.Equal(expected, StorageFault.Explain(new InvalidOperationException("outer", new SqliteException("inner", code)))?.GetType());
        Assert.Null(StorageFault.Explain(new InvalidOperationException("no storage")));
    }

    private static void MakeReadOnly(string place)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(place, "writer.lock"), UnixFileMode.UserRead);
        }
    }

    private static void SetLargest(RecordsFolder records, long pages)
    {
        WriterGuard.Remove(records.Connection);
        using var command = records.Connection.CreateCommand();
        command.CommandText = $"pragma max_page_count = {pages}";
        command.ExecuteNonQuery();
        WriterGuard.Install(records.Connection);
    }

    private void BothRefuse(string message)
    {
        Assert.StartsWith(message, Assert.Throws<IntegrityException>(() => Records.Open(folder.Root)).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<IntegrityException>(() => RecordsFolder.OpenForReading(folder.Root)).Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await using var records = Records.Open(folder.Root);
        await records.AppendAsync(new RecordBatch(Records.Entry()));
    }
}
