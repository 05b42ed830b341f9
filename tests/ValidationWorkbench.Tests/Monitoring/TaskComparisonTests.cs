using ValidationWorkbench.Cases;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class TaskComparisonTests
{
    [Fact]
    public void Verdicts_are_paired_case_by_case()
    {
        var found = Compare(Make.Run("R-1", (1, "WWW"), (7, "RRR"), (10, "RRR"), (2, "RRW")), Make.Run("R-2", (1, "RRR"), (7, "RRW"), (10, "RRR"), (2, "WWW")));

        Assert.Equal((20, 10, 2, 1, 7), (found.N, found.BothRight, found.BothWrong, found.Gains, found.Losses));
        Assert.Equal(-0.3, found.Difference, 12);
        Assert.Equal(0.0703125, found.McNemarP, 10); // Fagerland, Lydersen and Laake 2013
        Assert.Equal(TangoInterval.Of(1, 7, 20, 0.975), (found.Lower, found.Upper));
        Assert.Equal(["C-1", "C-2", "C-3", "C-4", "C-5", "C-6", "C-7", "C-8"], found.Flips.Select(flip => flip.CaseId));
    }

    [Fact]
    public void A_flipped_case_carries_the_answers_and_reasons_of_both_runs()
    {
        var flip = Assert.Single(Compare(Make.Run("R-1", (1, "RRR")), Make.Run("R-2", (1, "RL-"))).Flips);

        Assert.Equal(("C-1", false), (flip.CaseId, flip.Gained));
        Assert.Equal(["4", "4", "4"], flip.First.Decisions);
        Assert.Equal(["reason R"], flip.First.Reasons);
        Assert.Equal(["4", "3", "(no answer)"], flip.Second.Decisions);
        Assert.Equal(["reason L", "(no answer)"], flip.Second.Reasons);
    }

    [Fact]
    public void The_same_verdict_by_another_answer_is_told()
    {
        var found = Compare(Make.Run("R-1", (1, "WWW"), (1, "WWW"), (1, "RRR")), Make.Run("R-2", (1, "LLL"), (1, "WWL"), (1, "RRR")));
        Assert.Equal(["C-1"], found.OtherAnswers);
        Assert.Empty(found.Flips);
    }

    [Fact]
    public void A_score_that_one_run_lacks_is_counted_and_not_guessed()
    {
        var first = Make.Run("R-1", (4, "RRR")).Stating((place, _) => 0.5 + (0.1 * place));
        var second = Make.Run("R-2", (4, "RRR")).Stating((place, _) => place == 3 ? null : 0.6 + (0.1 * place));
        var confidence = Compare(first, second).Scores.Single(score => score.Score == "confidence");

        Assert.Equal((3, 1, EstimateStatus.Degenerate), (confidence.N, confidence.Without, confidence.Status));
        Assert.Equal(0.1, confidence.Difference!.Value, 12);
        Assert.Equal((null, null), (confidence.Lower, confidence.Upper));
    }

    [Fact]
    public void Scores_are_compared_by_students_t_on_paired_case_means()
    {
        // Differences of the case score: -1/3, 0, 0; mean -1/9, standard deviation sqrt(1/27), t(0.975; 2) = 4.302652729696142.
        var score = Compare(Make.Run("R-1", (3, "RRR")), Make.Run("R-2", (1, "RRW"), (2, "RRR"))).Scores.Single(score => score.Score == "case score");
        var half = 4.302652729696142 * Math.Sqrt(1.0 / 27) / Math.Sqrt(3);
        Assert.Equal(-1.0 / 9, score.Difference!.Value, 12);
        Assert.Equal((-1.0 / 9) - half, score.Lower!.Value, 9);
        Assert.Equal((-1.0 / 9) + half, score.Upper!.Value, 9);
    }

    [Fact]
    public void A_suite_that_never_came_covers_nothing()
    {
        var first = Make.RunOf("R-1", [.. Make.Suites((2, "RRR"))]);
        var second = Make.RunOf("R-2", [.. Make.Suites((1, "R--"), (1, "RRR"))]);
        var coverage = TaskComparison.Of(CaseTask.OqGeneration, SharedPanel.Of(first, second), first, second).Scores.Single(score => score.Score == "coverage");
        Assert.Equal((1.0, 2.0 / 3), (coverage.First!.Value, coverage.Second!.Value));
    }

    private static TaskComparison Compare(MonitoredRun first, MonitoredRun second) => TaskComparison.Of(CaseTask.Categorization, SharedPanel.Of(first, second), first, second);
}
