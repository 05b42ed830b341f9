using System.Security.Cryptography;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>A run with a failed attempt and a trial without an answer, assessed, documented and exported once; tests damage copies of it.</summary>
public sealed class GoodBundle : IAsyncLifetime, IDisposable
{
    private readonly RunBench bench;

    public GoodBundle()
    {
        var asked = 0;
        bench = new RunBench(
            call => Interlocked.Increment(ref asked) switch { 1 => LoopbackAnswer.Of(500, "busy"), 4 => LoopbackAnswer.Of(400, "no"), _ => LoopbackAnswer.Category(4, call.Model) },
            plan => plan.Replace("maxErrorShare: 0", "maxErrorShare: 0.5", StringComparison.Ordinal));
    }

    /// <summary>Folder of the bundle.</summary>
    public string Folder { get; private set; } = string.Empty;

    /// <summary>What the export said.</summary>
    public ExportedBundle Export { get; private set; } = null!;

    /// <summary>The proof of the fourth record.</summary>
    public ProvenRecord Proof { get; private set; } = null!;

    /// <summary>The log's own private key, as a thief of it would have it.</summary>
    public ECDsa StolenKey { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("packages") });
        Proof = await bench.SendAsync(new ProveRecord(4));
        Export = await bench.SendAsync(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("bundles") });
        Folder = Export.Folder;
        StolenKey = ECDsa.Create();
        StolenKey.ImportFromPem(await File.ReadAllTextAsync($"{bench.RecordsPath}.anchor.key"));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    public void Dispose() => StolenKey.Dispose();

    /// <summary>A copy that may be damaged.</summary>
    public string CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
