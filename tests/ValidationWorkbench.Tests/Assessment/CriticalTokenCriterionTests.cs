using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Differences in numbers, comparators, negations and polarity words: a screen that leaves the judgement to a person.</summary>
public sealed class CriticalTokenCriterionTests
{
    private static readonly SuiteLikeness Alike = new SuiteLikeness(1, 1, 1) with { CandidateSteps = new StepCounts(5, 0, 0, 0, 1) };
    private static readonly SuiteLikeness Differing = Alike with { Differences = [new StepDifference("accepts", "rejects", ["accept"], ["reject"])] };

    [Fact]
    public void As_a_gate_a_difference_is_neither_go_nor_no_go()
    {
        var gate = Make.Criterion(CriterionKind.CriticalTokens, 1) with { Method = CriterionMethod.Gate };
        Assert.Equal(Verdict.Go, Assess(gate, Alike, Alike).Verdict);
        var finding = Assess(gate, Alike, Differing);
        Assert.Equal((Verdict.Undecided, "1 of 2 cases without a critical difference to the baseline, or with acceptable ones alone; "
            + "1 of 1 differences await an expert's disposition"), (finding.Verdict, finding.Reason));
    }

    [Theory]
    [InlineData(true, Verdict.Go)]
    [InlineData(false, Verdict.NoGo)]
    public void An_experts_disposition_settles_the_gate(bool isAcceptable, Verdict expected)
    {
        var gate = Make.Criterion(CriterionKind.CriticalTokens, 1) with { Method = CriterionMethod.Gate };
        var disposed = Differing.With(new Dictionary<string, Disposition> { [Differing.Differences[0].Id] = new(isAcceptable, "B. Expert", "looked at it") });

        Assert.Equal(expected, Assess(gate, Alike, disposed).Verdict);
    }

    [Fact]
    public void As_a_share_an_open_difference_counts_in_the_lower_bound_alone()
    {
        var criterion = Make.Criterion(CriterionKind.CriticalTokens, 0.9);
        var refused = Differing.With(new Dictionary<string, Disposition> { [Differing.Differences[0].Id] = new(false, "B. Expert", "opposite") });

        Assert.Equal(Verdict.Undecided, Assess(criterion, [.. Enumerable.Repeat(Differing, 29)]).Verdict);
        Assert.Equal(Verdict.NoGo, Assess(criterion, [.. Enumerable.Repeat(refused, 29)]).Verdict);
    }

    [Fact]
    public void A_difference_is_known_by_its_texts() => Assert.Equal(
        (12, true, false),
        (Differing.Differences[0].Id.Length,
            Differing.Differences[0].Id == new StepDifference("accepts", "rejects", [], []).Id,
            Differing.Differences[0].Id == new StepDifference("accepts", "rejects.", ["accept"], ["reject"]).Id));

    [Fact]
    public void As_a_share_it_has_a_bound_and_the_baselines_own_share_beside()
    {
        var noisy = Alike with { BaselineSteps = new StepCounts(5, 0, 0, 1, 1) };
        var finding = Assess(Make.Criterion(CriterionKind.CriticalTokens, 0.9), [.. Enumerable.Repeat(Alike, 28), noisy]);
        Assert.Equal((Verdict.Go, 28.0 / 29), (finding.Verdict, finding.Baseline));
    }

    [Fact]
    public void A_suite_that_could_not_be_read_is_not_without_difference() =>
        Assert.Equal(0.5, Assess(Make.Criterion(CriterionKind.CriticalTokens, 0.9), Alike, Alike with { AllReadable = false }).Observed);

    [Fact]
    public void Suites_in_which_no_step_has_a_counterpart_were_not_compared() =>
        Assert.Equal(0.5, Assess(Make.Criterion(CriterionKind.CriticalTokens, 0.9), Alike, Alike with { CandidateSteps = new StepCounts(0, 5, 5, 0, null) }).Observed);

    private static Finding Assess(AcceptanceCriterion criterion, params SuiteLikeness[] suites)
    {
        var run = Make.Run(CaseTask.OqGeneration, (suites.Length, "RRR", "RRR"));
        return CriterionAssessor.Assess(criterion, new ScoredRun(run.Cases, 3, run.Scores, [], run.Cases.Select((entry, i) => (entry.Case.Id, i)).ToDictionary(entry => entry.Id, entry => suites[entry.i])));
    }
}
