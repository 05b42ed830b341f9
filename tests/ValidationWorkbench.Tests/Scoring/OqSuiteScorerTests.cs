using ValidationWorkbench.Cases;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Coverage, structure and must-have checks, recomputed from the tests of a suite.</summary>
public sealed class OqSuiteScorerTests
{
    private static readonly TestCase Case = Make.OqCase(["UR-1", "UR-2"]);

    [Fact]
    public void A_suite_that_covers_every_requirement_with_complete_tests_is_right()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1"), Make.Test("T-2", "UR-2"));
        Assert.Equal((ScoreVerdict.Right, "all 2 requirements covered by 2 tests"), (score.Verdict, score.Reason));
        Assert.Equal((1d, 1d, null, 0.8, 0), (score.Coverage, score.Structure, score.MustHave, score.Confidence, score.InventedIds));
    }

    [Fact]
    public void One_test_may_cover_several_requirements() => Assert.Equal(ScoreVerdict.Right, Score(Case, Make.Test("T-1", "UR-2", "UR-1")).Verdict);

    [Fact]
    public void A_requirement_without_a_test_is_not_covered()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1"));
        Assert.Equal((ScoreVerdict.Wrong, "not covered: UR-2", 0.5), (score.Verdict, score.Reason, score.Coverage));
    }

    [Fact]
    public void An_incomplete_test_covers_nothing()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1"), Make.Test("T-2", "UR-2") with { AcceptanceCriteria = [] });
        Assert.Equal((0.5, 0.5, "not covered: UR-2; 1 of 2 tests incomplete"), (score.Coverage, score.Structure, score.Reason));
    }

    [Fact]
    public void An_incomplete_test_beside_a_complete_one_costs_structure_only()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1", "UR-2"), Make.Test("T-2", "UR-2") with { Steps = [] });
        Assert.Equal((1d, 0.5, "1 of 2 tests incomplete"), (score.Coverage, score.Structure, score.Reason));
    }

    [Fact]
    public void Invented_ids_are_counted_once_each_and_are_wrong()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1", "UR-9"), Make.Test("T-2", "UR-2", "UR-9", "ur-1"));
        Assert.Equal((ScoreVerdict.Wrong, 2, "invented requirement ids: UR-9, ur-1"), (score.Verdict, score.InventedIds, score.Reason));
        Assert.Equal(1, score.Coverage);
    }

    [Fact]
    public void A_repeated_test_id_counts_as_one_incomplete_test()
    {
        var score = Score(Case, Make.Test("T-1", "UR-1"), Make.Test("T-1", "UR-2"));
        Assert.Equal((ScoreVerdict.Wrong, 0.5, 1d, "1 of 2 tests incomplete"), (score.Verdict, score.Structure, score.Coverage, score.Reason));
    }

    [Fact]
    public void A_suite_without_tests_covers_nothing()
    {
        var score = Score(Case);
        Assert.Equal((ScoreVerdict.Wrong, 0d, 0d, "the suite has no tests; not covered: UR-1, UR-2"), (score.Verdict, score.Coverage, score.Structure, score.Reason));
    }

    [Fact]
    public void Coverage_is_case_sensitive_and_exact() => Assert.Equal(0, Score(Case, Make.Test("T-1", "ur-1", "UR-2 ", "UR-22")).Coverage);

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, 0d)]
    public void An_unreadable_suite_scores_nothing(bool hasChecks, double? mustHave)
    {
        var testCase = hasChecks ? Make.OqCase(["UR-1"], Check("UR-1", "lock")) : Case;
        var score = OqSuiteScorer.Score(Make.Key, testCase, Make.Reply("{}"));
        Assert.Equal((ScoreVerdict.Wrong, "wrong structure: reply lacks \"tests\"", "(WrongStructure)", false), (score.Verdict, score.Reason, score.Decision, score.SchemaConforms));
        Assert.Equal((0d, 0d, mustHave, null), (score.Coverage, score.Structure, score.MustHave, score.Confidence));
    }

    [Fact]
    public void A_must_have_check_needs_all_its_terms_in_one_test_of_its_requirement()
    {
        var testCase = Make.OqCase(["UR-1", "UR-2"], Check("UR-1", "locked|blocked", "5"), Check("UR-2", "audit trail"));
        var lockTest = Make.Test("T-1", "UR-1") with { Title = "After 5 attempts the account is BLOCKED" };
        var auditTest = Make.Test("T-2", "UR-2") with { Prerequisites = ["The audit\ntrail is empty; audit trail on."] };
        var met = Score(testCase, lockTest, auditTest);
        Assert.Equal((ScoreVerdict.Right, 1d), (met.Verdict, met.MustHave));
        var otherRequirement = Score(testCase, lockTest with { RequirementIds = ["UR-2"] }, auditTest with { RequirementIds = ["UR-1"] });
        Assert.Equal(0, otherRequirement.MustHave);
        var halves = Score(testCase, lockTest with { Title = "Account is locked" }, lockTest with { Id = "T-3", Title = "After 5 attempts" }, auditTest);
        Assert.Equal((0.5, "must-have checks not found: UR-1 (Check of UR-1)"), (halves.MustHave, halves.Reason));
    }

    [Fact]
    public void All_faults_are_told_in_one_line() => Assert.Equal(
        "not covered: UR-2; invented requirement ids: X-1; 1 of 2 tests incomplete; must-have checks not found: UR-2 (Check of UR-2)",
        Score(Make.OqCase(["UR-1", "UR-2"], Check("UR-2", "lock")), Make.Test("T-1", "UR-1", "X-1"), Make.Test("T-2", "UR-2") with { Title = "" }).Reason);

    [Fact]
    public void A_decision_is_the_same_for_steps_that_differ_in_spacing_and_letter_case_alone()
    {
        var one = Make.Test("T-1", "UR-1");
        var two = one with { Id = "other", Steps = [new(1, "  LOG   in ", "Home page is shown!"), new(2, "log OUT.", "login\npage is shown.")] };
        Assert.Matches("^[0-9a-f]{16}$", Score(Case, one).Decision);
        Assert.Equal(Score(Case, one).Decision, Score(Case, two).Decision);
        Assert.NotEqual(Score(Case, one).Decision, Score(Case, one with { Steps = [one.Steps[1], one.Steps[0]] }).Decision);
    }

    private static MustHaveCheck Check(string requirement, params string[] terms) => new() { Requirement = requirement, Check = $"Check of {requirement}", Terms = terms };

    private static TrialScore Score(TestCase testCase, params OqTest[] tests) => OqSuiteScorer.Score(Make.Key, testCase, Make.Suite(tests));
}
