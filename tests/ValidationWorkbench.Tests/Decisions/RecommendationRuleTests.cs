using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>From findings to what is recommended.</summary>
public sealed class RecommendationRuleTests
{
    [Theory]
    [InlineData("GGG", Outcome.Go, "GO")]
    [InlineData("G", Outcome.Go, "GO")]
    [InlineData("GUG", Outcome.Undecided, "UNDECIDED")]
    [InlineData("UUU", Outcome.Undecided, "UNDECIDED")]
    [InlineData("GGN", Outcome.NoGo, "NO-GO")]
    [InlineData("NUG", Outcome.NoGo, "NO-GO")]
    [InlineData("", Outcome.Undecided, "UNDECIDED")]
    public void Only_all_go_is_go_and_any_no_go_is_no_go(string verdicts, Outcome outcome, string word)
    {
        var recommendation = Apply(verdicts);
        Assert.Equal((outcome, word), (recommendation.Outcome, recommendation.Word));
    }

    [Theory]
    [InlineData("GGG")]
    [InlineData("GUG")]
    [InlineData("NUG")]
    [InlineData("")]
    public void A_critical_use_is_never_go_whatever_the_results(string verdicts)
    {
        var recommendation = RecommendationRule.Apply(Make.Context(critical: true), Findings(verdicts), [], []);
        Assert.Equal((Outcome.NoGo, RecommendationRule.CriticalUse), (recommendation.Outcome, recommendation.Reasons[0]));
    }

    [Fact]
    public void The_critical_use_comes_before_the_criteria_that_were_not_met() =>
        Assert.Equal([RecommendationRule.CriticalUse, "AC-1 accuracy not met: why."], RecommendationRule.Apply(Make.Context(critical: true), Findings("NG"), [], []).Reasons);

    [Theory]
    [InlineData("GGG", false)]
    [InlineData("NNN", true)]
    public void An_invalid_run_gets_no_recommendation_and_its_own_reasons_only(string verdicts, bool critical)
    {
        var recommendation = RecommendationRule.Apply(Make.Context(critical), Findings(verdicts), ["first", "second"], ["demo"]);
        Assert.Equal((Outcome.Invalid, "INVALID"), (recommendation.Outcome, recommendation.Word));
        Assert.Equal(["first", "second"], recommendation.Reasons);
        Assert.Equal(["demo"], recommendation.DemonstrationReasons);
    }

    [Fact]
    public void A_no_go_names_every_criterion_not_met_in_order_and_not_the_open_ones() => Assert.Equal(
        ["AC-1 accuracy not met: why.", "AC-3 accuracy not met: why."], Apply("NUN").Reasons);

    [Fact]
    public void An_undecided_outcome_names_what_was_not_shown() => Assert.Equal(["AC-2 accuracy not shown: why."], Apply("GUG").Reasons);

    [Fact]
    public void No_criterion_shows_nothing() => Assert.Equal(["The plan holds no criterion, so nothing was shown."], Apply("").Reasons);

    [Fact]
    public void A_go_repeats_for_which_use_it_holds() => Assert.Equal(
        ["All 2 criteria were shown to be met, for the use stated in the plan: not critical, every output reviewed by a named reviewer."], Apply("GG").Reasons);

    [Fact]
    public void A_single_criterion_is_not_written_as_many() => Assert.StartsWith("The one criterion was shown to be met, ", Assert.Single(Apply("G").Reasons), StringComparison.Ordinal);

    [Fact]
    public void A_stratum_is_named_with_its_criterion()
    {
        var finding = Make.Finding("AC-1", Verdict.NoGo, kind: CriterionKind.UnderCategorization);
        finding = finding with { Criterion = finding.Criterion with { Stratum = new Dictionary<string, string> { ["system"] = "lims" } } };
        Assert.Equal(["AC-1 under-categorization (system=lims) not met: why."], RecommendationRule.Apply(Make.Context(), [finding], [], []).Reasons);
    }

    [Theory]
    [InlineData("GG", Outcome.Go)]
    [InlineData("GU", Outcome.Undecided)]
    [InlineData("GN", Outcome.NoGo)]
    public void A_demonstration_keeps_its_outcome_and_says_what_it_is(string verdicts, Outcome outcome)
    {
        var recommendation = RecommendationRule.Apply(Make.Context(), Findings(verdicts), [], ["Simulated."]);
        Assert.Equal((outcome, true), (recommendation.Outcome, recommendation.IsDemonstration));
        Assert.False(Apply(verdicts).IsDemonstration);
    }

    private static Recommendation Apply(string verdicts) => RecommendationRule.Apply(Make.Context(), Findings(verdicts), [], []);

    private static List<Finding> Findings(string verdicts) =>
        [.. verdicts.Select((letter, i) => Make.Finding($"AC-{i + 1}", letter switch { 'G' => Verdict.Go, 'N' => Verdict.NoGo, _ => Verdict.Undecided }))];
}
