using System.Globalization;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Records as the ledger's measurements make them: about 0.9 KB each, as those of a trial.</summary>
internal static class Bench
{
    public static HostFacts Host { get; } = new("bench-host", "ValidationWorkbench benchmark", Guid.Empty);

    private static readonly string Filling = new('x', 400);

    public static AuditEntry Entry(long number) => new()
    {
        Actor = Actor.Workbench,
        Action = "bench",
        EntityType = "trial",
        EntityId = string.Create(CultureInfo.InvariantCulture, $"C-{number:D8}/candidate/1"),
        RunId = "R20261121-090000-0000",
        ConfigurationSha256 = new string('a', 64),
        After = $$"""{"model":"bench","attempt":1,"text":"{{Filling}}"}""",
    };

    public static RecordsFolder Open(string folder) => RecordsFolder.OpenForWriting(folder, TimeProvider.System, Host, Guid.NewGuid);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Does work in a folder that is deleted afterwards.</summary>
    public static async Task InFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("vwb-bench-").FullName;
        try
        {
            await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
