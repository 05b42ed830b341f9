using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Cases right in all repeats and in any.</summary>
public sealed class BracketTests
{
    [Fact]
    public void All_and_any_enclose_what_a_single_call_does()
    {
        // Twenty cases with three repeats: 16 always right, 3 sometimes, 1 never. R binom.test bounds of 16/20 and of 19/20.
        var run = Make.Run((16, "RRR", "RRR"), (1, "RRR", "RRW"), (1, "RRR", "RWR"), (1, "RRR", "WRW"), (1, "RRR", "WWW"));
        Assert.Equal(new Bracket(16, 19, 20), Count(run));
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.7), run);
        Assert.Equal(0.598971882668025, finding.Lower!.Value, 1e-10);
        Assert.Equal(0.99743862122347, finding.Upper!.Value, 1e-10);
        Assert.Equal((0.8, Verdict.Undecided), (finding.Observed, finding.Verdict));
    }

    [Fact]
    public void Repeats_that_differ_never_make_a_go_or_a_no_go_out_of_calls()
    {
        // 200 cases, each right twice of three: pooled calls would be 400 of 600 and far below 90 %; a single call may still be right in every case.
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.9), Make.Run((200, "RRR", "RRW")));
        Assert.Equal((0d, 0d, 1d, Verdict.Undecided, 200), (finding.Observed, finding.Lower, finding.Upper, finding.Verdict, finding.N));
    }

    [Fact]
    public void A_trial_without_an_answer_is_a_wrong_one() => Assert.Equal(new Bracket(1, 2, 4), Count(Make.Run((1, "RRR", "RRR"), (1, "RRR", "R--"), (1, "RRR", "---"), (1, "RRR", "-W-"))));

    [Fact]
    public void Only_the_model_asked_for_is_counted()
    {
        var run = Make.Run((3, "WWW", "RRR"));
        Assert.Equal(new Bracket(0, 0, 3), Bracket.Count(run, run.Cases.Select(entry => entry.Case), ModelRole.Baseline, Right));
    }

    [Fact]
    public void No_cases_count_nothing() => Assert.Equal(new Bracket(0, 0, 0), Bracket.Count(Make.Run(), [], ModelRole.Candidate, Right));

    [Fact]
    public void Scores_of_a_case_come_in_the_order_of_repeats_with_gaps()
    {
        var scores = Make.Run(CaseTask.Categorization, (1, "RRR", "R-W")).Of("C-1", ModelRole.Candidate);
        Assert.Equal(["4", null, "5"], scores.Select(score => score?.Decision));
    }

    private static Bracket Count(ScoredRun run) => Bracket.Count(run, run.Cases.Select(entry => entry.Case), ModelRole.Candidate, Right);

    private static bool Right(TrialScore? score) => score?.Verdict == ScoreVerdict.Right;
}
