using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Rows altered behind the workbench's back, the guards put back afterwards: nothing is computed from them.</summary>
public sealed class AlteredRowsTests
{
    private const string Candidate = "RunId = '{0}' and Role = 'Candidate'";

    [Theory]
    [InlineData("update Attempts set LatencyMicros = 1000 where " + Candidate, "its row is not what audit record ", ": latencyMicros was ")]
    [InlineData("update Attempts set ReplySha256 = (select ReplySha256 from Attempts other where other.RunId = '{0}' and other.Role = 'Baseline') where " + Candidate, "says: another reply")]
    [InlineData("update Attempts set ServedModel = 'm-other' where " + Candidate, ": servedModel was ")]
    [InlineData("update Attempts set Fault = 'HTTP 503' where " + Candidate, "says: another end")]
    [InlineData("update Attempts set CompletionTokens = 1 where " + Candidate, ": completionTokens was ")]
    [InlineData("update Trials set Answered = 0 where " + Candidate, "says: another end")]
    [InlineData("delete from Attempts where CaseId = 'C-02' and " + Candidate, "C-02/Candidate/1: the row that audit record ", " tells of is missing")]
    [InlineData("delete from Trials where CaseId = 'C-02' and " + Candidate, "C-02/Candidate/1: the row that audit record ", " tells of is missing")]
    [InlineData("insert into Trials select RunId, 'C-09', Role, Repeat, Position, Attempts, Answered, FinishedMicros from Trials where CaseId = 'C-02' and " + Candidate, "C-09/Candidate/1: no audit record tells of its row")]
    [InlineData("update Runs set Outcome = 'UNDECIDED' where Id = '{0}'", "the audit records say that it is Assessed with outcome GO, its row says otherwise")]
    [InlineData("update Runs set PlannedMicros = PlannedMicros + 1 where Id = '{0}'", "its row is not what audit record ")]
    [InlineData("update Assessments set Outcome = 'NO-GO' where RunId = '{0}'", "assessment 1: its row is not what audit record ")]
    [InlineData("insert into Assessments select RunId, 7, PlanSha256, AtMicros, Outcome, ResultsSha256, Tool, HeadSequence, HeadHash, HeadRoot from Assessments where RunId = '{0}'", "assessment 7: no audit record says")]
    [InlineData("update AuditRecords set RunId = '' where Action = 'trial-finished' and RunId = '{0}'", "C-01/Baseline/1: no audit record tells of its row")]
    public async Task Nothing_is_computed_from_what_was_altered(string sql, params string[] words)
    {
        await using var bench = new DriftBench();
        string first = await bench.RunAsync(), second = await bench.RunAsync();
        Tests.Storage.Records.Forge(bench.Bench.RecordsPath, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, first));
        var before = Tests.Storage.Records.Count(bench.Bench.RecordsPath, "Assessments");

        foreach (var ask in new Func<Task>[]
        {
            () => bench.Bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = first, Again = true }),
            () => bench.Bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = first, OutFolder = bench.Bench.Folder.PathOf("out") }),
            () => bench.CheckAsync(first, second),
            () => bench.CheckAsync(second, first),
            () => bench.Bench.SendAsync(new CompareRuns(first, second)),
        })
        {
            var message = (await Assert.ThrowsAsync<IntegrityException>(ask)).Message;
            Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        }

        Assert.False(Directory.Exists(bench.Bench.Folder.PathOf("out")));
        Assert.Equal(before, Tests.Storage.Records.Count(bench.Bench.RecordsPath, "Assessments"));
    }

    [Fact]
    public async Task Other_results_than_before_by_the_same_plan_and_version_are_no_recommendation()
    {
        var isFirst = true;
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), scorer: (_, key, testCase, reply) =>
            CategorizationScorer.Score(key, testCase, reply) is var score && (isFirst || key.Role == ModelRole.Baseline) ? score : score with { Verdict = ScoreVerdict.Wrong });
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);

        // A second run, so that the first is scored again.
        isFirst = false;
        await bench.ExecuteAsync(await bench.PlanAsync());
        await bench.AssessAsync(Tests.Storage.Records.Text(bench.RecordsPath, "select Id from Runs order by Id desc limit 1"));

        var exception = await Assert.ThrowsAsync<IntegrityException>(() => bench.SendAsync(new AssessRun { Actor = RunBench.Tester, RunId = runId, Again = true }));
        Assert.Contains("assessment 1 by the same plan and the same version has ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing is recommended", exception.Message, StringComparison.Ordinal);
    }
}
