using System.Text.Json;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Small cases and replies; every argument is a piece of JSON, so that a test can break one of them.</summary>
internal static class Make
{
    public static readonly TrialKey Key = new("C-1", ModelRole.Candidate, 1);

    public static ModelReply Reply(string text, string? finishReason = "stop") => new() { Text = text, FinishReason = finishReason };

    public static string Answer(string category = "4", string components = "[]", string confidence = "0.9", string rationale = "\"because\"", string evidence = "[]") =>
        $$"""{"category":{{category}},"components":{{components}},"confidence":{{confidence}},"rationale":{{rationale}},"evidence":{{evidence}}}""";

    public static string Component(string name, int category) => JsonSerializer.Serialize(new { name, category });

    public static TestCase Case(ExpectedCategory expected, string text = "The text.") => Bare() with { Expected = expected, Text = text };

    public static TestCase OqCase(string[] requirementIds, params MustHaveCheck[] mustHave) => Bare() with
    {
        Category = 4,
        Text = "The text.",
        MustHave = mustHave,
        Requirements = [.. requirementIds.Select(id => new CaseRequirement { Id = id, Text = $"Text of {id}." })],
    };

    public static OqTest Test(string id, params string[] requirementIds) =>
        new(id, $"Title of {id}", requirementIds, ["A user exists."], [new OqStep(1, "Log in.", "Home page is shown."), new OqStep(2, "Log out.", "Login page is shown.")], ["All steps pass."]);

    public static ModelReply Suite(params OqTest[] tests) => Reply(JsonSerializer.Serialize(
        new
        {
            tests = tests.Select(test => new { test.Id, test.Title, test.RequirementIds, test.Prerequisites, test.Steps, test.AcceptanceCriteria }),
            confidence = 0.8,
        },
        JsonSerializerOptions.Web));

    private static TestCase Bare() =>
        new() { Id = "C-1", Title = "Case", Strata = new Dictionary<string, string>(), Origin = CaseOrigin.Human, VerifiedBy = [], Rationale = "r" };
}
