using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Bundles;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class ExportBundleTests
{
    [Fact]
    public async Task An_export_is_on_record_with_the_hash_of_its_manifest_and_not_in_its_own_bundle()
    {
        await using var bench = Bench();
        var bundle = await ExportAsync(bench, await IssuedAsync(bench), "out");

        using var context = bench.Records.CreateReader();
        var entry = AuditRecordReader.Read(context.AuditRecords.OrderBy(record => record.Sequence).Last().Bytes).Entry;
        Assert.Equal((AuditAction.Exported, RunBench.Tester.Id), (entry.Action, entry.Actor.Id));
        Assert.Equal(bundle.ManifestSha256, entry.Attachments.Single(attachment => attachment.Name == "manifest.json").Sha256);
        Assert.Equal(bundle.ManifestSha256, Sha256Hex.Of(await File.ReadAllBytesAsync(Path.Combine(bundle.Folder, "manifest.json"))));
        Assert.Equal(bench.Records.ReadHead().Records, bundle.Size + 1);
        Assert.Equal(bundle.Size, new FileInfo(Path.Combine(bundle.Folder, "hashes.bin")).Length / 32);
    }

    [Fact]
    public async Task The_same_records_and_anchor_give_the_same_bytes()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        var copy = bench.Folder.PathOf("copy");
        CopyFolder(bench.RecordsPath, copy);
        File.Copy($"{bench.RecordsPath}.anchor", $"{copy}.anchor");
        File.Copy($"{bench.RecordsPath}.anchor.key", $"{copy}.anchor.key");
        var first = await ExportAsync(bench, runId, "first");

        await using var records = Records.Open(copy);
        await using var provider = new ServiceCollection().AddWorkbench(new SettableClock(), Records.Host, Guid.NewGuid, _ => null).AddSingleton(records).BuildServiceProvider();
        var second = await provider.GetRequiredService<IMediator>().Send(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("second") });

        Assert.Equal(first.ManifestSha256, second.ManifestSha256);
        Assert.All(Files(first.Folder), file => Assert.True(File.ReadAllBytes(Path.Combine(first.Folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second.Folder, file))), file));
        Assert.Equal(Files(first.Folder), Files(second.Folder));
    }

    [Fact]
    public async Task A_later_export_holds_the_earlier_one()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        var first = await ExportAsync(bench, runId, "first");
        var second = await ExportAsync(bench, runId, "second");

        Assert.True(BundleVerifier.Verify(second.Folder, second.Vkey).Holds);
        Assert.True(File.Exists(Path.Combine(second.Folder, "evidence", first.ManifestSha256)));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_left_as_it_is()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        bench.Folder.Write($"out/{runId}/mine.txt", "mine");

        var exception = await Assert.ThrowsAsync<InputException>(() => ExportAsync(bench, runId, "out"));

        Assert.Contains("exists and is not empty", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Files(bench.Folder.PathOf($"out/{runId}")));
        Assert.Equal(AuditAction.Refused, bench.Trail()[^1].Action);
    }

    [Fact]
    public async Task An_empty_folder_is_used()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        Directory.CreateDirectory(bench.Folder.PathOf($"out/{runId}"));

        Assert.True(BundleVerifier.Verify((await ExportAsync(bench, runId, "out")).Folder, null).Holds);
        Assert.Equal([runId], Directory.GetFileSystemEntries(bench.Folder.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_run_without_a_call_has_a_bundle_without_documents()
    {
        await using var bench = Bench();
        var bundle = await ExportAsync(bench, await bench.PlanAsync(), "out");

        var report = BundleVerifier.Verify(bundle.Folder, bundle.Vkey);
        Assert.Empty(report.Faults);
        Assert.Equal((0, 6, 0), (report.Documents, report.Planned, report.Answered));
        Assert.Equal(0, (await PythonChecker.RunAsync(bundle.Folder, "--vkey", bundle.Vkey)).ExitCode);
    }

    [Fact]
    public async Task Other_runs_are_there_by_their_hashes_alone()
    {
        await using var bench = Bench();
        await IssuedAsync(bench);
        var bundle = await ExportAsync(bench, await IssuedAsync(bench), "out");

        var report = BundleVerifier.Verify(bundle.Folder, bundle.Vkey);
        Assert.Empty(report.Faults);
        Assert.True(report.Records < report.Size / 2 + 2, $"{report.Records} of {report.Size}");
        Assert.Equal(0, (await PythonChecker.RunAsync(bundle.Folder, "--vkey", bundle.Vkey)).ExitCode);
    }

    [Fact]
    public async Task After_a_change_of_key_the_bundle_is_checked_with_the_new_one()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        var old = await ExportAsync(bench, runId, "old");
        await bench.SendAsync(new RotateKey { Actor = RunBench.Tester, Reason = "test" });
        var last = await ExportAsync(bench, runId, "last");
        var bundle = await ExportAsync(bench, runId, "new");

        Assert.Equal(old.Vkey, last.Vkey);
        Assert.NotEqual(old.Vkey, bundle.Vkey);
        Assert.Empty(BundleVerifier.Verify(last.Folder, old.Vkey).Faults);
        Assert.Empty(BundleVerifier.Verify(bundle.Folder, bundle.Vkey).Faults);
        Assert.Equal(0, (await PythonChecker.RunAsync(bundle.Folder, "--vkey", bundle.Vkey)).ExitCode);
        Assert.False(BundleVerifier.Verify(bundle.Folder, old.Vkey).Holds);
        Assert.Equal(3, (await PythonChecker.RunAsync(bundle.Folder, "--vkey", old.Vkey)).ExitCode);
    }

    [Fact]
    public async Task Altered_evidence_is_not_exported()
    {
        await using var bench = Bench();
        var runId = await IssuedAsync(bench);
        var path = Directory.GetFiles(Path.Combine(bench.RecordsPath, "evidence")).Order(StringComparer.Ordinal).First();
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Seek(200, SeekOrigin.Begin);
            file.WriteByte((byte)'#');
        }

        await Assert.ThrowsAsync<IntegrityException>(() => ExportAsync(bench, runId, "out"));
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder.PathOf("out")));
        Assert.Equal(AuditAction.Refused, bench.Trail()[^1].Action);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public async Task A_record_that_is_not_there_cannot_be_proved(long sequence)
    {
        await using var bench = Bench();
        await bench.PlanAsync();

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new ProveRecord(sequence)));
        Assert.Contains("the latest checkpoint is over records 1 to 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_anchor_nothing_can_be_proved()
    {
        await using var bench = Bench();
        await bench.PlanAsync();

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(new ProveRecord(1, bench.Folder.PathOf("no.anchor"))));
        Assert.Contains("holds no checkpoint", exception.Message, StringComparison.Ordinal);
    }

    private static RunBench Bench() => new(call => LoopbackAnswer.Category(4, call.Model));

    private static async Task<string> IssuedAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("packages") });
        return runId;
    }

    private static Task<ExportedBundle> ExportAsync(RunBench bench, string runId, string folder) =>
        bench.SendAsync(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf(folder) });

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var target = File.Create(copy);
            source.CopyTo(target);
        }
    }
}
