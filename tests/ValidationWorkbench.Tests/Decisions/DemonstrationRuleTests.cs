using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>When an outcome proves nothing about a model.</summary>
public sealed class DemonstrationRuleTests
{
    private static readonly ModelSpec Real = Make.Model("real");
    private static readonly ModelSpec Simulated = Make.Model("stand-in", ModelSpec.SimulatedProvider);

    [Theory]
    [InlineData(CaseOrigin.Human, "A. Reviewer")]
    [InlineData(CaseOrigin.Historical, "A. Reviewer")]
    public void Real_models_on_verified_cases_as_planned_are_evidence(CaseOrigin origin, params string[] verifiedBy) =>
        Assert.Empty(DemonstrationRule.Reasons(Make.Configuration(Real, Real with { Name = "new" }), [Make.Case(origin, verifiedBy)], []));

    [Fact]
    public void A_simulated_model_on_either_side_makes_a_demonstration()
    {
        Assert.Equal(["Simulated, no language model: stand-in (simulated)."], Reasons(Simulated, Real));
        Assert.Equal(["Simulated, no language model: stand-in (simulated)."], Reasons(Real, Simulated));
        Assert.Equal(["Simulated, no language model: stand-in (simulated)."], Reasons(Simulated, Simulated));
        Assert.Equal(["Simulated, no language model: stand-in (simulated), other (simulated)."], Reasons(Simulated, Simulated with { Name = "other" }));
    }

    [Fact]
    public void Replies_of_a_simulated_model_that_were_played_back_make_one_too()
    {
        const string played = "Replies of the simulated model, which is no language model, were played from a recording.";
        Assert.Equal([played], DemonstrationRule.Reasons(Make.Configuration(Real, Real), [Make.Case(CaseOrigin.Human, "A")], [], simulatedReplies: true));
        Assert.DoesNotContain(played, DemonstrationRule.Reasons(Make.Configuration(Real, Simulated), [Make.Case(CaseOrigin.Human, "A")], [], simulatedReplies: true));
    }

    [Fact]
    public void Cases_that_nobody_verified_are_counted()
    {
        var reasons = DemonstrationRule.Reasons(Make.Configuration(Real, Real), [Make.Case(CaseOrigin.Human), Make.Case(CaseOrigin.Human, "A"), Make.Case(CaseOrigin.Historical)], []);
        Assert.Equal(["2 of 3 cases: an expected answer that no named person verified."], reasons);
    }

    [Fact]
    public void Drafts_of_a_language_model_make_a_demonstration_whoever_verified_them()
    {
        var reasons = DemonstrationRule.Reasons(Make.Configuration(Real, Real), [Make.Case(CaseOrigin.AiDrafted, "A"), Make.Case(CaseOrigin.AiDrafted, "A", "B")], []);
        Assert.Equal(["2 of 2 cases: drafted by a language model."], reasons);
    }

    [Fact]
    public void All_reasons_are_given_in_a_fixed_order()
    {
        var reasons = DemonstrationRule.Reasons(Make.Configuration(Simulated, Real, "repeats 1, plan 3", "seed 9, plan 7"), [Make.Case(CaseOrigin.AiDrafted)], []);
        Assert.Equal(
            [
                "Simulated, no language model: stand-in (simulated).", "1 of 1 cases: an expected answer that no named person verified.",
                "1 of 1 cases: drafted by a language model.", "The run departs from the frozen plan: repeats 1, plan 3; seed 9, plan 7.",
            ],
            reasons);
    }

    [Fact]
    public void What_a_plan_does_not_ask_for_is_a_reason() =>
        Assert.Equal(["why"], DemonstrationRule.Reasons(Make.Configuration(Real, Real), [Make.Case(CaseOrigin.Human, "A")], ["why"]));

    private static IReadOnlyList<string> Reasons(ModelSpec baseline, ModelSpec candidate) => DemonstrationRule.Reasons(Make.Configuration(baseline, candidate), [Make.Case(CaseOrigin.Human, "A")], []);
}
