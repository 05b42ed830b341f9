using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>What a run was executed on, in its records and in the installation qualification.</summary>
public sealed class MachineRecordTests
{
    [Fact]
    public async Task The_start_of_a_run_puts_the_machine_on_record_and_the_installation_qualification_names_it()
    {
        var machine = new MachineFacts("Test OS 1 (Kernel 2)", ".NET 10.0.1", "X64");
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : LoopbackAnswer.Category(4, call.Model));
        var plan = BenchPlan.Write(folder, server.Address, cases: 3, null);
        var ids = 0;
        var run = new CommandRun
        {
            NewId = () => new Guid(++ids, 0, 0, new byte[8]),
            ReadVariable = _ => BenchPlan.Key,
            Facts = CommandRun.TestHost with { Machine = machine },
        };
        string[] places = ["--records", folder.PathOf("records"), "--out", folder.PathOf("out")];
        await run.RunAsync(["--plan", plan, "--model", "new", .. places]);

        await using var records = RecordsFolder.OpenForReading(folder.PathOf("records"));
        using var context = records.CreateReader();
        var started = context.AuditRecords.Single(record => record.Action == AuditAction.RunStarted);
        Assert.Equal(machine, MachineFacts.Read(AuditRecordReader.Read(started.Bytes).Entry.After));

        Assert.Equal(0, (await run.RunAsync(["documents", started.RunId, "--only", "installation-qualification", "--format", "md", .. places])).ExitCode);
        var text = await File.ReadAllTextAsync(folder.PathOf($"out/{started.RunId}/installation-qualification.md"));
        Assert.Contains($"{machine.OperatingSystem} (from record {started.Sequence})", text.Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"{machine.Architecture} (from record {started.Sequence})", text, StringComparison.Ordinal);
    }
}
