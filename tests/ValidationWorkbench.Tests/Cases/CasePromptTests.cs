using ValidationWorkbench.Cases;
using Xunit;

namespace ValidationWorkbench.Tests.Cases;

/// <summary>The exact text that the models are given.</summary>
public sealed class CasePromptTests
{
    [Fact]
    public void A_categorization_prompt_is_title_and_text() =>
        Assert.Equal("Document: LIMS\n\nThe system stores results.", CasePrompt.For(CaseTask.Categorization, Case("The system stores results.")));

    [Fact]
    public void An_oq_prompt_lists_the_requirements_of_the_case()
    {
        var testCase = Case("A system.") with { Category = 4, Requirements = [new() { Id = "UR-1", Text = "Lock." }, new() { Id = "UR-2", Text = "Log." }] };
        Assert.Equal("System: LIMS\nGAMP category: 4\n\nA system.\n\nRequirements:\n- UR-1: Lock.\n- UR-2: Log.", CasePrompt.For(CaseTask.OqGeneration, testCase));
    }

    [Fact]
    public void Requirements_that_were_read_from_the_text_are_not_listed_again()
    {
        var testCase = (Case("Intro\n- UR-1: Lock.") with { Category = 5 }).WithRequirementsOfText();
        Assert.Equal("System: LIMS\nGAMP category: 5\n\nIntro\n- UR-1: Lock.", CasePrompt.For(CaseTask.OqGeneration, testCase));
        Assert.Equal([new CaseRequirement { Id = "UR-1", Text = "Lock." }], testCase.Requirements);
    }

    [Fact]
    public void Neither_expectation_nor_rationale_is_given_away()
    {
        var testCase = Case("Plain text.") with { Expected = new() { Category = 4 }, Rationale = "Because secret.", MustHave = [new() { Requirement = "UR-1", Check = "Secret check.", Terms = ["secret"] }] };
        Assert.DoesNotContain("secret", CasePrompt.For(CaseTask.Categorization, testCase), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", CasePrompt.For(CaseTask.OqGeneration, testCase), StringComparison.OrdinalIgnoreCase);
    }

    private static TestCase Case(string text) => new()
    {
        Id = "C-1",
        Title = "LIMS",
        Strata = new Dictionary<string, string>(),
        Origin = CaseOrigin.Human,
        VerifiedBy = [],
        Rationale = "r",
        Text = text,
    };
}
