using Microsoft.Data.Sqlite;
using SQLitePCL;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class StorageModeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3_035_005, "delete")]
    [InlineData(3_040_001, "delete")]
    [InlineData(3_044_005, "delete")]
    [InlineData(3_044_006, "wal")]
    [InlineData(3_045_000, "delete")]
    [InlineData(3_050_006, "delete")]
    [InlineData(3_050_007, "wal")]
    [InlineData(3_051_002, "delete")]
    [InlineData(3_051_003, "wal")]
    [InlineData(3_053_002, "wal")]
    [InlineData(4_000_000, "wal")]
    public void Only_a_library_without_the_defect_uses_a_write_ahead_log(int version, string journal)
    {
        var mode = StorageMode.For(version);

        Assert.Equal((journal, journal == "wal" ? 2 : 3), (mode.Journal, mode.Synchronous));
    }

    [Fact]
    public void The_version_is_that_of_the_loaded_library_and_no_older_than_the_bundled_one()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.Equal(raw.sqlite3_libversion_number(), SqliteLibrary.Version);
        Assert.Equal(connection.ServerVersion, $"{SqliteLibrary.Version / 1_000_000}.{SqliteLibrary.Version / 1000 % 1000}.{SqliteLibrary.Version % 1000}");
        Assert.True(SqliteLibrary.Version >= 3_035_005);
    }

    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task A_database_left_in_either_mode_is_moved_to_that_of_the_library_and_loses_nothing(string left)
    {
        LedgerHead before;
        await using (var records = Records.Open(folder.Root))
        {
            before = await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Records.Execute(folder.Root, $"pragma journal_mode = {left}");
        await using var again = Records.Open(folder.Root);
        var after = await again.AppendAsync(new RecordBatch(Records.Entry()));

        Assert.Equal(before.Records + 1, after.Records);
        Assert.Equal(StorageMode.For(SqliteLibrary.Version).Journal, Records.Text(folder.Root, "pragma journal_mode"));
        Assert.Empty(Chain.FaultsIn(again));
    }

    [Fact]
    public async Task A_resting_database_is_one_file_in_the_mode_that_every_library_reads()
    {
        await using (var records = Records.Open(folder.Root))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
        }

        Assert.Equal("delete", Records.Text(folder.Root, "pragma journal_mode"));
        Assert.Equal(["workbench.db"], Directory.EnumerateFiles(folder.Root, "workbench.db*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_written_while_a_setting_differs()
    {
        await using var records = Records.Open(folder.Root);
        var before = await records.AppendAsync(new RecordBatch(Records.Entry()));
        WriterGuard.Remove(records.Connection);
        foreach (var (off, on) in new[] { ("synchronous = 0", $"synchronous = {StorageMode.For(SqliteLibrary.Version).Synchronous}"), ("foreign_keys = 0", "foreign_keys = 1"), ("recursive_triggers = 0", "recursive_triggers = 1"), ("trusted_schema = 1", "trusted_schema = 0") })
        {
            Execute(records.Connection, $"pragma {off}");
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => records.AppendAsync(new RecordBatch(Records.Entry())));
            Assert.Contains("Nothing is written under other settings than these.", exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, records.ReadHead());
            Execute(records.Connection, $"pragma {on}");
        }

        Assert.Equal(before.Records + 1, (await records.AppendAsync(new RecordBatch(Records.Entry()))).Records);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
