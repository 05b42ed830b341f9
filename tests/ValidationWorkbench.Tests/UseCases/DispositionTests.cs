using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>What experts find about critical differences is on record and decides the gate; nothing is assumed in their place.</summary>
public sealed class DispositionTests
{
    private const string Header = "caseId,difference,baseline,candidate,onlyBaseline,onlyCandidate,disposition,expert,reason\n";

    [Theory]
    [InlineData("acceptable", Verdict.Go)]
    [InlineData("not acceptable", Verdict.NoGo)]
    public async Task The_gate_is_open_until_an_expert_has_judged_and_then_follows_the_expert(string word, Verdict expected)
    {
        await using var bench = Open();
        var (runId, before) = await AssessedAsync(bench);
        var difference = Assert.Single(before.Scored.Likeness["Q-01"].Differences);
        Assert.Equal(Verdict.Undecided, Gate(before).Verdict);

        var counts = await SendAsync(bench, runId, $"{Header}Q-01,{difference.Id},,,,,{word},B. Expert,\"the limit, as agreed\"\n");
        var after = await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });

        Assert.Equal((1, 0), (counts.Total, counts.Open));
        Assert.Equal((expected, 2), (Gate(after).Verdict, after.Number!.Value));
        Assert.Equal(new Disposition(word == "acceptable", "B. Expert", "the limit, as agreed"), after.Scored.Likeness["Q-01"].Differences[0].Disposition);
        var report = await bench.VerifyAsync(deep: true);
        Assert.True(report.Holds, string.Join('\n', report.Faults));
    }

    [Fact]
    public async Task A_later_disposition_takes_the_place_of_an_earlier_one_and_both_stay_on_record()
    {
        await using var bench = Open();
        var (runId, before) = await AssessedAsync(bench);
        var id = before.Scored.Likeness["Q-01"].Differences[0].Id;

        await SendAsync(bench, runId, $"{Header}Q-01,{id},,,,,acceptable,B. Expert,seen\n");
        var counts = await SendAsync(bench, runId, $"{Header}Q-01,{id},,,,,not acceptable,C. Other,seen again\n");

        Assert.Equal(new DispositionCounts(0, 1, 0), counts);
        Assert.Equal(2, bench.Trail().Count(record => record.Action == AuditAction.DifferencesDisposed));
    }

    [Fact]
    public async Task Documents_show_the_disposition_and_the_file_in_the_package_carries_it()
    {
        await using var bench = Open();
        var (runId, before) = await AssessedAsync(bench);
        var id = before.Scored.Likeness["Q-01"].Differences[0].Id;
        await SendAsync(bench, runId, $"{Header}Q-01,{id},,,,,acceptable,B. Expert,seen\n");
        await bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true });

        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("out") });

        var csv = await File.ReadAllTextAsync(bench.Folder.PathOf($"out/{runId}/differences.csv"));
        Assert.StartsWith(Header + $"Q-01,{id},", csv, StringComparison.Ordinal);
        Assert.EndsWith(",acceptable,B. Expert,seen\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Q-01,{id},maybe,B. Expert,seen", "2:11: found \"maybe\"; expected \"acceptable\", \"not acceptable\" or nothing.")]
    [InlineData("Q-01,{id},acceptable,,seen", "names no expert")]
    [InlineData("Q-01,{id},acceptable,B. Expert,", "gives no reason")]
    [InlineData("Q-01,0123456789ab,acceptable,B. Expert,seen", "Q-01 has no critical difference \"0123456789ab\" in this run")]
    [InlineData("Q-99,{id},acceptable,B. Expert,seen", "the run has no OQ case \"Q-99\"")]
    [InlineData("Q-01,{id},acceptable,B. Expert,seen\nQ-01,{id},acceptable,B. Expert,seen", "has a disposition on an earlier line")]
    [InlineData("Q-01,{id},,,", "holds no disposition")]
    [InlineData("Q-01,{id},acceptable,B. Expert", "4 cells, but the header has 5")]
    public async Task A_file_that_cannot_be_taken_as_it_is_changes_nothing(string lines, string expected)
    {
        await using var bench = Open();
        var (runId, before) = await AssessedAsync(bench);
        var text = $"caseId,difference,disposition,expert,reason\n{lines}\n".Replace("{id}", before.Scored.Likeness["Q-01"].Differences[0].Id, StringComparison.Ordinal);
        expected = expected.Replace("2:11", "2:19", StringComparison.Ordinal);

        var exception = await Assert.ThrowsAsync<InputException>(() => SendAsync(bench, runId, text));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Trail(), record => record.Action == AuditAction.DifferencesDisposed);
    }

    [Fact]
    public async Task A_header_without_the_columns_is_refused()
    {
        await using var bench = Open();
        var (runId, _) = await AssessedAsync(bench);

        var exception = await Assert.ThrowsAsync<InputException>(() => SendAsync(bench, runId, "caseId;difference;disposition;expert;reason\n"));

        Assert.Contains("the header needs the column \"caseId\" once; its columns are separated by commas", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The candidate asks for another limit than the baseline.</summary>
    private static RunBench Open() => new(
        call => call.Text.Contains("gamp_categorization", StringComparison.Ordinal) ? LoopbackAnswer.Category(4, call.Model) : Suite(call),
        plan => plan.Replace("criteria:\n",
            "criteria:\n  - { id: AC-D, kind: critical-tokens, requirement: URS-1, severity: major, unit: case, method: gate, limit: 1, confidence: 0.95 }\n",
            StringComparison.Ordinal), cases: 5, oqCases: 1);

    private static LoopbackAnswer Suite(LoopbackCall call) => LoopbackAnswer.Completion(
        JsonSerializer.Serialize(new
        {
            tests = new[]
            {
                new
                {
                    id = "T-1", title = "Lock", requirementIds = new[] { "R-1" }, prerequisites = Array.Empty<string>(), acceptanceCriteria = new[] { "It locks." },
                    steps = new[] { new { number = 1, action = "Enter a wrong password.", expectedResult = $"It locks after {(call.Model == "m-old" ? 3 : 5)} attempts." } },
                },
            },
            confidence = 0.9,
        }),
        call.Model);

    private static Finding Gate(AssessedRun run) => run.Assessment.Findings.Single(finding => finding.Criterion.Id == "AC-D");

    private static Task<DispositionCounts> SendAsync(RunBench bench, string runId, string text) =>
        bench.SendAsync(new RecordDispositions { Actor = RunBench.Tester, RunId = runId, FilePath = bench.Folder.Write("found.csv", text) });

    private static async Task<(string RunId, AssessedRun Run)> AssessedAsync(RunBench bench)
    {
        var runId = await bench.FinishedAsync();
        return (runId, await bench.AssessAsync(runId));
    }
}
