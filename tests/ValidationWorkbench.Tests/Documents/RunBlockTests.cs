using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks that say what was run, how it went and how it can be checked.</summary>
public sealed class RunBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void Models_show_what_was_set_and_what_was_left_to_the_provider() => Assert.Equal(
        [
            "Baseline | old | openai-compatible | old-id | http://127.0.0.1/v1 | temperature provider default, top_p provider default, length provider default, seed provider default",
            "Candidate | new (simulated) | simulated (no language model) | new-id | none | temperature 0.5, top_p provider default, length 100, seed provider default, reasoning effort low",
        ],
        Make.Rows("models", Facts));

    [Fact]
    public void Case_sets_show_whether_the_plan_pins_them() =>
        Assert.Equal(["cat | categorization | 3 | set | yes", "oq | oq-generation | 1 | other | no"], Make.Rows("case-sets", Facts));

    [Fact]
    public void Origins_are_counted_by_verification() => Assert.Equal(["human | 1 | 3 | 0 | 4"], Make.Rows("case-origins", Facts));

    [Fact]
    public void The_fingerprint_names_every_frozen_file()
    {
        var facts = FactsOf("fingerprint", Facts);
        Assert.Contains(("Run", "R-1"), facts);
        Assert.Contains(("Planned", "1970-01-01 00:00:00 UTC"), facts);
        Assert.Contains(("Plan", $"VP-1, version 1.2, SHA-256 {Sha256Hex.Of("plan")}"), facts);
        Assert.Contains(("Prompt", "a.md, SHA-256 aa"), facts);
        Assert.Contains(("Template", "t.md, SHA-256 tt"), facts);
        Assert.Contains(("Repeats, seed", "3 repeats, seed 7, up to 4 calls at once"), facts);
        Assert.Contains(("Configuration", $"SHA-256 {Sha256Hex.Of("configuration")}"), facts);
    }

    [Fact]
    public void Answers_from_a_recording_are_never_shown_as_the_models_own()
    {
        Assert.Contains(("Answers from", "the models"), FactsOf("fingerprint", Facts));
        var replayed = Facts with { Configuration = Facts.Configuration with { ReplayedFrom = "rr" } };
        Assert.Contains(("Answers from", "a recording, index SHA-256 rr"), FactsOf("fingerprint", replayed));
    }

    [Fact]
    public void Deviations_are_listed_and_none_is_said()
    {
        Assert.Equal("The run was carried out as planned; no setting differs from the frozen plan.", Assert.Single(Assert.IsType<ParagraphPart>(DocumentParts.Of("deviations", Facts)[0]).Runs).Text);
        var parts = DocumentParts.Of("deviations", Facts with { Configuration = Facts.Configuration with { Deviations = ["repeats 1, plan 3", "seed 9, plan 7"] } });
        Assert.Equal(["repeats 1, plan 3", "seed 9, plan 7"], Assert.IsType<ListPart>(parts[1]).Items.Select(item => Assert.Single(item).Text));
    }

    [Fact]
    public void Calls_show_latency_of_answers_tokens_and_cost() => Assert.Equal(
        // Answers took 100, 200, 300, 400 ms: type 7 quantiles of R, median 250, 99 % 100 + 2.97 x 100 = 397. Cost 1 x 1 + 0.5 x 2.
        ["old | 0 | 0 | – | – | 10 | 20 | no price", "new (simulated) | 5 | 1 | 250.0 ms | 397.0 ms | 1000000 | 500000 | 2.0000 EUR"],
        Make.Rows("calls", Facts));

    [Fact]
    public void Only_trials_without_an_answer_are_failed()
    {
        Assert.Equal(["Q-1 | new (simulated) | 3 | 3 | HTTP 503: busy"], Make.Rows("failed-calls", Facts));
        var parts = DocumentParts.Of("failed-calls", Facts with { LastAttempts = [Facts.LastAttempts[1]] });
        Assert.Equal("Every finished trial has an answer.", Assert.Single(Assert.IsType<ParagraphPart>(Assert.Single(parts)).Runs).Text);
    }

    [Fact]
    public void Every_run_is_in_the_history_also_one_that_was_stopped() => Assert.Equal(
        ["R-0 | 1970-01-01 00:00:00 UTC | The run stopped before every trial was finished | stopped", "R-1 | 1970-01-01 00:01:00 UTC | unheard-of | "], Make.Rows("run-history", Facts));

    [Fact]
    public void Integrity_names_results_and_head() => Assert.Equal(
        [
            ("Results", $"SHA-256 {Sha256Hex.Of("results")} (assessment 2, 2026-11-21 07:50:12 UTC)"),
            ("Audit trail", $"42 records when the results were known; head {Sha256Hex.Of("head")}"),
        ],
        FactsOf("integrity", Facts));

    private static IReadOnlyList<(string Name, string Value)> FactsOf(string block, DocumentFacts facts) => Assert.IsType<FactsPart>(Assert.Single(DocumentParts.Of(block, facts))).Facts;
}
