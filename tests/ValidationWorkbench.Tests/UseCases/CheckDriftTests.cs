using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class CheckDriftTests
{
    [Fact]
    public async Task A_check_is_put_on_record_with_its_results_as_evidence()
    {
        await using var bench = new DriftBench();
        string reference = await bench.RunAsync(), run = await bench.RunAsync();
        var drift = await bench.CheckAsync(reference, run);

        Assert.Equal("ALERT", drift.Decision.Word);
        var record = LastRecord(bench);
        Assert.Equal((RunBench.Tester, AuditAction.DriftChecked, "drift-check", run, reference), (record.Entry.Actor, record.Entry.Action, record.Entry.EntityType, record.Entry.EntityId, record.Entry.RunId));
        Assert.Equal(string.Join("; ", drift.Decision.Reasons), record.Entry.Reason);
        var results = Assert.Single(record.Entry.Attachments);
        Assert.Equal(("results", Sha256Hex.Of(drift.Json)), (results.Name, results.Sha256));
        Assert.Equal(drift.Json, bench.Bench.Records.ReadEvidence(results.Sha256));
        Assert.Equal(drift.Result.Panel!.Reference.ConfigurationSha256, record.Entry.ConfigurationSha256);
        Assert.Equal(drift.Head, bench.Bench.Records.ReadHead());
        Assert.True((await bench.Bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task The_same_check_gives_the_same_bytes()
    {
        await using var bench = new DriftBench();
        string reference = await bench.RunAsync(), run = await bench.RunAsync();
        Assert.Equal((await bench.CheckAsync(reference, run)).Json, (await bench.CheckAsync(reference, run)).Json);
        Assert.True((await bench.Bench.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_panel_that_answers_as_before_is_stable()
    {
        await using var bench = new DriftBench(cases: 73);
        string reference = await bench.RunAsync(), run = await bench.RunAsync();
        var drift = await bench.CheckAsync(reference, run);
        Assert.Equal("STABLE", drift.Decision.Word);
        Assert.Empty(drift.Result.Panel!.Differences);
    }

    [Fact]
    public async Task A_loss_behind_the_same_name_is_found()
    {
        await using var bench = new DriftBench(cases: 40);
        var reference = await bench.RunAsync();
        bench.Wrong = [.. Enumerable.Range(1, 15)];
        var drift = await bench.CheckAsync(reference, await bench.RunAsync());
        Assert.Equal("REVALIDATE", drift.Decision.Word);
        Assert.Equal(15, drift.Result.Panel!.Tasks[0].Comparison.Flips.Count);
    }

    [Fact]
    public async Task A_dated_version_that_is_accepted_is_a_hard_trigger_all_the_same()
    {
        await using var bench = new DriftBench();
        var reference = await bench.RunAsync();
        bench.Served = "m-new-2026-11-01";
        var drift = await bench.CheckAsync(reference, await bench.RunAsync());
        Assert.Equal("REVALIDATE", drift.Decision.Word);
        Assert.Equal("revalidation assessment needed: served model was m-new, is m-new-2026-11-01", drift.Decision.Reasons[0]);
    }

    [Fact]
    public async Task A_model_that_stopped_the_run_by_another_name_is_a_hard_trigger()
    {
        await using var bench = new DriftBench();
        var reference = await bench.RunAsync();
        bench.Served = "m-other";
        Assert.Equal("REVALIDATE", (await bench.CheckAsync(reference, await bench.RunAsync())).Decision.Word);
    }

    [Fact]
    public async Task The_chart_is_made_of_accepted_runs_from_the_reference_on()
    {
        // Three of four right bound the share by 0.249.
        await using var bench = new DriftBench(cases: 4, plan => Faults.Change(plan, "limit: 0.35", "limit: 0.2"));
        string older = await bench.RunAsync(), reference = await bench.RunAsync();
        bench.Wrong = [1, 2, 3, 4];
        var open = await bench.RunAsync();
        for (var i = 1; i < 8; i++)
        {
            bench.Wrong = i % 2 == 0 ? [] : [1];
            await bench.RunAsync(request => request with { Seed = i, Reason = "trial" });
        }

        // Not of the panel: other repeats. Not of the candidate: a backend that was not there before.
        await bench.RunAsync(request => request with { Repeats = 3, Reason = "trial" });
        bench.Served = "m-new-2026-11-01";
        var exchanged = await bench.RunAsync();
        (bench.Served, bench.Wrong) = ("m-new", [1, 2, 3]);
        var run = await bench.RunAsync();
        bench.Wrong = [];
        await bench.RunAsync();

        var panel = (await bench.CheckAsync(reference, run)).Result.Panel!;
        var chart = panel.Tasks[0].Chart!;
        Assert.Equal((8, 0.875), (chart.Accepted, chart.Centre));
        Assert.Equal(run, Assert.Single(chart.Points).RunId);
        Assert.Equal(0.25, chart.Points[0].Score);
        Assert.True(chart.IsSignal);
        Assert.Equal(
            $"left out of the chart: {older} (older than the reference); {open} (UNDECIDED); {exchanged} (another candidate by what answered)",
            panel.Notes[^1]);
    }

    [Fact]
    public async Task A_run_that_is_older_than_the_reference_has_no_chart()
    {
        await using var bench = new DriftBench();
        string older = await bench.RunAsync(), reference = await bench.RunAsync();
        Assert.Null((await bench.CheckAsync(reference, older)).Result.Panel!.Tasks[0].Chart);
    }

    [Fact]
    public async Task A_run_that_is_not_of_the_series_has_no_chart()
    {
        await using var bench = new DriftBench();
        var reference = await bench.RunAsync();
        var run = await bench.RunAsync(request => request with { Repeats = 3, Reason = "trial" });
        Assert.Null((await bench.CheckAsync(reference, run)).Result.Panel!.Tasks[0].Chart);
    }

    [Fact]
    public async Task Production_is_kept_as_evidence_byte_for_byte()
    {
        await using var bench = new DriftBench();
        var reference = await bench.RunAsync();
        var bytes = Encoding.UTF8.GetBytes("\uFEFFcategory\r\n4\r\n2\r\n");
        var drift = await bench.CheckAsync(reference, null, bench.Bench.Folder.Write("log.csv", bytes));

        Assert.Equal("ALERT", drift.Decision.Word);
        Assert.Equal("production holds labels that are no category: \"2\" (1)", drift.Decision.Reasons[0]);
        var record = LastRecord(bench);
        Assert.Equal("log.csv", record.Entry.EntityId);
        Assert.Equal(["results", "production"], record.Entry.Attachments.Select(attachment => attachment.Name));
        Assert.Equal(bytes, bench.Bench.Records.ReadEvidence(record.Entry.Attachments[1].Sha256));
        Assert.True((await bench.Bench.VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData("both", "--run: name a later run with --run RUN, or a file of production answers with --production FILE; one of the two.")]
    [InlineData("neither", "--run: name a later run with --run RUN, or a file of production answers with --production FILE; one of the two.")]
    [InlineData("itself", "R20261122-090000-0001: is given as reference and as run; a run is not compared with itself.")]
    [InlineData("planned", "R20261122-090000-0002: is not finished; `validate --resume R20261122-090000-0002` finishes it.")]
    [InlineData("unknown", "R-0: is no run in ")]
    [InlineData("bad file", "bad.csv:2:1: the category is empty; ")]
    public async Task What_cannot_be_checked_is_refused_and_the_refusal_is_on_record(string what, string message)
    {
        await using var bench = new DriftBench();
        var reference = await bench.RunAsync();
        var planned = await bench.Bench.PlanAsync();
        var file = bench.Bench.Folder.Write("bad.csv", "category,confidence\n,0.5\n");
        var (run, production) = what switch
        {
            "both" => (planned, file),
            "neither" => (null, null),
            "itself" => (reference, null),
            "planned" => (planned, null),
            "unknown" => ("R-0", null),
            _ => ((string?)null, (string?)file),
        };

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.CheckAsync(reference, run, production));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(AuditAction.Refused, bench.Bench.Trail()[^1].Action);
    }

    [Fact]
    public async Task An_invalid_run_can_be_no_reference()
    {
        await using var bench = new DriftBench();
        bench.Served = "m-other";
        var invalid = await bench.RunAsync();
        bench.Served = "m-new";
        var run = await bench.RunAsync();

        var exception = await Assert.ThrowsAsync<InputException>(() => bench.CheckAsync(invalid, run));
        Assert.StartsWith($"{invalid}: is INVALID and can be no reference: ", exception.Message, StringComparison.Ordinal);
    }

    private static AuditRecord LastRecord(DriftBench bench)
    {
        using var context = bench.Bench.Records.CreateReader();
        return AuditRecordReader.Read(context.AuditRecords.OrderByDescending(record => record.Sequence).First().Bytes);
    }
}
