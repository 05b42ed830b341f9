using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks that say what was run, how it went and how it can be checked.</summary>
public sealed class RunBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void Models_show_what_was_set_and_what_was_left_to_the_provider() => Assert.Equal(
        [
            "Baseline | old | custom | old-id | http://127.0.0.1/v1 | temperature provider default, top_p provider default, length provider default, seed provider default",
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
        Assert.Contains(("Prompt", $"a.md, SHA-256 {Sha256Hex.Of("Sort it.\n  Twice.")}"), facts);
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
    public void A_recorded_baseline_is_said_to_be_recorded_where_its_answers_and_latencies_are_shown()
    {
        var frozen = Facts with { Configuration = Facts.Configuration with { FrozenBaseline = new FrozenBaseline("ff", "ii", "T1", "T2", 7, "tool 1") } };
        Assert.Contains(("Answers from", "the candidate; the baseline is answered from a recording made from T1 to T2 by tool 1, SHA-256 ff"), FactsOf("fingerprint", frozen));
        var latencies = Assert.IsType<TablePart>(DocumentParts.Of("calls", frozen)[1]).Rows;
        Assert.Equal(["old (recorded)", "new (simulated)"], latencies.Select(row => row[0]).Distinct());
    }

    [Fact]
    public void A_deployment_profile_is_named() =>
        Assert.Contains(("Profile", "parallel, a deployment profile of the plan"), FactsOf("fingerprint", Facts with { Configuration = Facts.Configuration with { Profile = "parallel" } }));

    [Fact]
    public void Deviations_are_listed_and_none_is_said()
    {
        Assert.Equal("The run was carried out as planned; no setting differs from the frozen plan.", Assert.Single(Assert.IsType<ParagraphPart>(DocumentParts.Of("deviations", Facts)[0]).Runs).Text);
        var parts = DocumentParts.Of("deviations", Facts with { Configuration = Facts.Configuration with { Deviations = ["repeats 1, plan 3", "seed 9, plan 7"] } });
        Assert.Equal(["repeats 1, plan 3", "seed 9, plan 7"], Assert.IsType<ListPart>(parts[1]).Items.Select(item => Assert.Single(item).Text));
    }

    [Fact]
    public void Calls_show_tokens_and_cost() => Assert.Equal(
        // Cost 1 x 1 + 0.5 x 2.
        ["old | 0 | 0 | 10 | 20 | no price", "new (simulated) | 5 | 1 | 1000000 | 500000 | 2.0000 EUR"], Rows(0));

    [Fact]
    public void Latencies_have_bounds_and_a_failed_call_counts_as_slower_than_any_answer() => Assert.Equal(
        // Answers took 100, 200, 300, 400 ms and one call failed, so the median of the five is the third; ranks by R qbinom(0.05, 5, 0.5) and qbinom(0.95, 5, 0.5) + 1.
        [
            "old | 50 % | 0 | – | – | –", "old | 90 % | 0 | – | – | –", "old | 99 % | 0 | – | – | –",
            "new (simulated) | 50 % | 5 | 0.300 s | 0.100 s | none: too few calls", "new (simulated) | 90 % | 5 | – | 0.300 s | none: too few calls", "new (simulated) | 99 % | 5 | – | – | none: too few calls",
        ], Rows(1));

    [Fact]
    public void Tokens_and_cost_are_shared_among_the_accepted_answers() => Assert.Equal(
        // 9 and 10 answers as expected; 1,500,000 / 10 tokens and 2 / 10.
        ["old | 9 | 3.3 | no price", "new (simulated) | 10 | 150000.0 | 0.200000 EUR"], Rows(2));

    [Fact]
    public void Only_trials_without_an_answer_are_failed()
    {
        Assert.Equal(["Q-1 | new (simulated) | 3 | 3 | HTTP 503: busy"], Make.Rows("failed-calls", Facts));
        var parts = DocumentParts.Of("failed-calls", Facts with { LastAttempts = [Facts.LastAttempts[1]] });
        Assert.Equal("Every finished trial has an answer.", Assert.Single(Assert.IsType<ParagraphPart>(Assert.Single(parts)).Runs).Text);
    }

    [Fact]
    public void Every_run_is_in_the_history_also_one_that_was_stopped() => Assert.Equal(
        ["R-0 | 1970-01-01 00:00:00 UTC | INVALID | The run stopped before every trial was finished | stopped", "R-1 | 1970-01-01 00:01:00 UTC | – | unheard-of | "], Make.Rows("run-history", Facts));

    [Fact]
    public void The_history_says_which_try_this_is()
    {
        string Told(DocumentFacts facts) => Assert.Single(DocumentParts.Of("run-history", facts).OfType<ParagraphPart>()).Runs[0].Text;
        Assert.Equal("This is the first completed run of this plan and candidate in these records.", Told(Facts));
        Assert.StartsWith("Run 3 of this plan and candidate on record", Told(Facts with { Tries = new RunTries(3, 0.05) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Integrity_names_results_and_head() => Assert.Equal(
        [
            ("Results", $"SHA-256 {Sha256Hex.Of("results")} (assessment 2, 2026-11-21 07:50:12 UTC)"),
            ("Audit trail", $"42 records when the results were known; head {Sha256Hex.Of("head")}"),
            ("Log", "validation-workbench/11111111222233334444555555555555: the origin in the checkpoints of these records, and in no others"),
            ("Tree root", $"{Sha256Hex.Of("root")} over these records; the checkpoints in the anchor of the records sign such roots"),
            ("Self-test", "not on record"),
        ],
        FactsOf("integrity", Facts));

    [Fact]
    public void Integrity_tells_the_self_test_that_is_on_record_and_runs_none() => Assert.Contains(
        ("Self-test", "2 of 3 oracles of the statistical methods within tolerance when the run was assessed; oracle file SHA-256 ff"),
        FactsOf("integrity", Facts with { SelfTest = new(2, 3, "ff") }));

    private static IReadOnlyList<(string Name, string Value)> FactsOf(string block, DocumentFacts facts) => Assert.IsType<FactsPart>(Assert.Single(DocumentParts.Of(block, facts))).Facts;

    private static IEnumerable<string> Rows(int table) =>
        DocumentParts.Of("calls", Facts).OfType<TablePart>().ElementAt(table).Rows.Select(row => string.Join(" | ", row));
}
