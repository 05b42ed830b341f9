using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

public sealed class WarningRuleTests
{
    [Fact]
    public void Answers_of_one_build_under_ids_of_their_own_call_for_no_warning() =>
        Assert.Empty(Warnings([Answer(1), Answer(2), Answer(1, ModelRole.Baseline) with { SystemFingerprint = "other" }]));

    [Theory]
    [InlineData("build")]
    [InlineData("name")]
    [InlineData("provider")]
    public void A_build_a_name_or_a_provider_that_changes_within_a_run_is_counted_and_shown(string what)
    {
        var other = what switch
        {
            "build" => Answer(3) with { SystemFingerprint = "fp-2" },
            "name" => Answer(3) with { ServedModel = "m-2" },
            _ => Answer(3) with { ServedBy = "Elsewhere" },
        };
        var words = what switch { "build" => "m-1, build fp-2", "name" => "m-2, build fp-1", _ => "m-1, build fp-1, served by Elsewhere" };

        Assert.Equal(
            $"Candidate: not one configuration; the endpoint answered under 2 builds: m-1, build fp-1 (2 answers); {words} (1 answer).",
                Assert.Single(Warnings([Answer(1), Answer(2), other])));
    }

    [Fact]
    public void A_failed_attempt_is_no_answer_of_a_build() =>
        Assert.Empty(Warnings([Answer(1), Answer(2) with { SystemFingerprint = null, Fault = "Unavailable: x" }]));

    [Theory]
    [InlineData("r-1", 0, 100, "1 of 3", "1 under the id of an earlier repeat, 0 with")]
    [InlineData("r-9", 100, 100, "1 of 3", "0 under the id of an earlier repeat, 1 with")]
    [InlineData("r-1", 100, 100, "1 of 3", "1 under the id of an earlier repeat, 0 with")]
    public void An_id_that_comes_again_or_a_prompt_that_is_cached_whole_may_be_a_cache(string id, long cached, long prompt, string share,
        string counts)
    {
        var warning = Assert.Single(Warnings([Answer(1), Answer(2),
            Answer(3) with { ReplyId = id, CachedTokens = cached, PromptTokens = prompt }]));

        Assert.StartsWith($"Candidate: {share} answers to repeated cases were maybe answered from a cache ({counts}", warning,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_repeat_a_partly_cached_prompt_and_equal_ids_of_different_cases_are_no_sign_of_one() => Assert.Empty(Warnings(
    [
        Answer(1) with { CachedTokens = 100, PromptTokens = 100 }, Answer(2) with { CachedTokens = 99, PromptTokens = 100 },
            Answer(1) with { CaseId = "C-2" },
    ]));

    [Fact]
    public void Marks_that_the_server_left_in_the_answers_are_a_finding_with_its_cure() => Assert.StartsWith(
        "Candidate: 1 of 2 answers hold marks of the model's channels", Assert.Single(Warnings([Answer(1), Answer(2) with { Leaked = true }])),
            StringComparison.Ordinal);

    [Fact]
    public void Differences_that_no_criterion_looks_at_are_counted_and_those_accepted_by_an_expert_need_no_word()
    {
        StepDifference open = new("accepts", "rejects", ["accept"], ["reject"]), limit = new("25", "35", ["25"], ["35"]);
        var likeness = new SuiteLikeness(1, 1, 1) { Differences = [open, limit] };
        IReadOnlyList<string> With(params AcceptanceCriterion[] criteria) =>
            WarningRule.Of([], criteria, new Dictionary<string, SuiteLikeness> { ["C-1"] = likeness });

        Assert.Contains("2 matched steps of OQ suites differ", Assert.Single(With()), StringComparison.Ordinal);
        Assert.Empty(With(Assessment.Make.Criterion(CriterionKind.CriticalTokens, 1)));
        likeness = likeness.With(new Dictionary<string, Disposition> { [open.Id] = new(true, "B. Expert", "same"), [limit.Id] = new(false, "B. Expert", "limit moved") });
        Assert.Contains("1 judged not acceptable, 0 judged by no expert", Assert.Single(With()), StringComparison.Ordinal);
        likeness = likeness.With(new Dictionary<string, Disposition> { [open.Id] = new(true, "B. Expert", "same"), [limit.Id] = new(true, "B. Expert", "typing error") });
        Assert.Empty(With());
    }

    private static IReadOnlyList<string> Warnings(IReadOnlyList<Attempt> attempts) => WarningRule.Of(attempts, [], new Dictionary<string, SuiteLikeness>());

    private static Attempt Answer(int repeat, ModelRole role = ModelRole.Candidate) => new()
    {
        RunId = "R-1",
        CaseId = "C-1",
        Role = role,
        Repeat = repeat,
        Number = 1,
        StartedMicros = repeat,
        LatencyMicros = 1,
        RequestSha256 = "q",
        ServedModel = "m-1",
        SystemFingerprint = "fp-1",
        ReplyId = $"r-{repeat}",
        PromptTokens = 100,
    };
}
