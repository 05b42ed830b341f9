using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class RecordsVersionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Database => folder.PathOf("workbench.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Records.Execute(folder.Root, "pragma application_id = 7; create table Theirs (Id integer)");

        BothRefuse("is a database, but not one of this workbench. Name another folder with --records.");
        Assert.Equal(1, Records.Count(folder.Root, "sqlite_master"));
    }

    [Fact]
    public async Task Records_of_another_schema_version_are_refused_and_left_as_they_are()
    {
        await Records.Open(folder.Root).DisposeAsync();
        Records.Execute(folder.Root, "pragma user_version = 9");

        BothRefuse("has schema version 9; this version of the workbench reads and writes 4. Use the workbench that wrote it, or another folder with --records.");
    }

    [Fact]
    public void A_refused_folder_is_not_left_locked()
    {
        folder.Write("workbench.db", new string('x', 5000));
        Assert.Throws<IntegrityException>(() => Records.Open(folder.Root));
        File.Delete(Database);

        Assert.Null(Record.Exception(() => Records.Open(folder.Root).DisposeAsync().AsTask().GetAwaiter().GetResult()));
    }

    private void BothRefuse(string message)
    {
        var before = File.ReadAllBytes(Database);
        Assert.Equal($"{Database}: {message}", Faults.OnlyOf(() => Records.Open(folder.Root)));
        Assert.Equal($"{Database}: {message}", Faults.OnlyOf(() => RecordsFolder.OpenForReading(folder.Root)));
        Assert.Equal(before, File.ReadAllBytes(Database));
    }
}
