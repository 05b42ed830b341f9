using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the installation, operational and performance qualification.</summary>
public sealed class QualificationBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();
    private static readonly QualificationStep Step = new() { Id = "S-1", Requirement = "URS-4", Action = "Look.", Expected = "Seen." };

    [Fact]
    public void A_frozen_file_passes_only_where_it_is_the_one_that_the_plan_pins()
    {
        // The plan of the sample pins other prompts than those frozen, and no second case set.
        Assert.Equal(["FAIL", "FAIL", "pass", "FAIL"], Rows("iq-steps", Facts).Skip(1).Take(4).Select(row => row[4]));
        var pinned = new PinnedFile { Path = "a.md", Sha256 = Facts.Configuration.Prompts[0].Sha256 };
        var plan = Facts.Plan with { Prompts = Facts.Plan.Prompts with { Categorization = pinned } };
        Assert.Equal(["pass", "FAIL", "pass", "FAIL"], Rows("iq-steps", Facts with { Plan = plan }).Skip(1).Take(4).Select(row => row[4]));
    }

    [Fact]
    public void A_step_says_by_whom_and_when_by_the_record_that_tells_it()
    {
        var row = Rows("iq-steps", Facts)[1];
        Assert.Equal(("IQ-02", "A. Person (Operator), 1970-01-01 00:00:00 UTC", ""), (row[0], row[6], row[7]));
        Assert.Equal($"record 10, hash {Sha256Hex.Of(AuditAction.RunPlanned)[..16]}", row[5]);
    }

    [Fact]
    public void Two_builds_of_the_workbench_and_a_step_of_the_clock_fail()
    {
        var other = Make.Entry(23, AuditAction.ClockStepped, "The clock was set.");
        var trail = Facts.Trail with { Entries = [.. Facts.Trail.Entries, other with { Record = other.Record with { Tool = "other" } }] };
        var rows = Rows("iq-steps", Facts with { Trail = trail });
        Assert.Equal(("t; other", "FAIL"), (rows[0][3], rows[0][4]));
        Assert.Equal(("FAIL", true), (rows[^2][4], rows[^2][3].EndsWith("The clock was set.", StringComparison.Ordinal)));
        Assert.Contains(("Workbench", "t (from record 10); other (from record 23)"), Assert.IsType<FactsPart>(DocumentParts.Of("iq-inventory", Facts with { Trail = trail })[0]).Facts);
    }

    [Fact]
    public void The_machines_that_executed_the_run_are_named_and_silence_is_a_gap()
    {
        TrailEntry Entry(long sequence, string action, string? after) => Make.Entry(sequence, action) is var entry
            ? entry with { Record = entry.Record with { Entry = entry.Record.Entry with { After = after } } } : entry;
        List<(string Name, string Value)> Inventory(params TrailEntry[] entries) =>
            [.. Assert.IsType<FactsPart>(DocumentParts.Of("iq-inventory", Facts with { Trail = Facts.Trail with { Entries = entries } })[0]).Facts];
        const string told = """{"counts":{},"machine":{"operatingSystem":"Linux 6","runtime":".NET 10","architecture":"X64"}}""";
        var (started, old) = (Entry(11, AuditAction.RunStarted, told), Entry(11, AuditAction.RunStarted, """{"counts":{}}"""));
        var other = Entry(22, AuditAction.RunResumed, told.Replace("Linux 6", "Linux 7", StringComparison.Ordinal));

        Assert.Contains(("Operating system", "Linux 6 (from record 11); Linux 7 (from record 22)"), Inventory(started, other));
        Assert.Contains((".NET runtime", ".NET 10 (from record 11)"), Inventory(started, other));
        Assert.Contains(("Processor architecture", "X64 (from record 22); GAP: record 11 does not tell it; to be filled in by the company"), Inventory(old, other));
        Assert.Contains(("Operating system", "GAP: record 11 does not tell it; to be filled in by the company"), Inventory(old));
    }

    [Fact]
    public void A_self_test_passes_where_every_oracle_is_met_and_is_not_executed_where_none_is_on_record()
    {
        Assert.Equal("not executed", Rows("iq-steps", Facts)[^1][4]);
        Assert.Equal("FAIL", Rows("iq-steps", Facts with { SelfTest = new SelfTestSummary(8, 9, "ab") })[^1][4]);
        Assert.Equal(("8 of 8 within tolerance; oracle file SHA-256 ab", "pass"), (Rows("iq-steps", Facts with { SelfTest = new SelfTestSummary(8, 8, "ab") })[^1] is var row ? row[3] : "", row[4]));
    }

    [Theory]
    [InlineData("iq-people")]
    [InlineData("oq-people")]
    [InlineData("pq-people")]
    public void Steps_for_people_are_blank_and_a_plan_without_them_has_a_gap(string block)
    {
        Assert.StartsWith("GAP", Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of(block, Facts))).Title, StringComparison.Ordinal);
        var plan = Facts.Plan with { Qualification = new() { Installation = [Step], Operation = [Step], Performance = [Step] } };
        Assert.Equal(["S-1 | URS-4 | Look. | Seen. |  | not executed |  | "], Make.Rows(block, Facts with { Plan = plan }));
    }

    [Fact]
    public void A_script_follows_its_criterion_from_trials_to_verdict()
    {
        // Of 12 trials of the three categorization cases one is on record as finished.
        var script = DocumentParts.Of("oq-scripts", Facts).OfType<TablePart>().Last();
        Assert.Equal("OQ-AC-1: steps", script.Caption);
        Assert.Equal(["FAIL", "FAIL"], script.Rows.Take(2).Select(row => row[4]));
        Assert.Equal("1 answered, 0 without an answer, 8 not finished", script.Rows[0][3]);
        var finding = Facts.Assessment.Findings.Single(found => found.Criterion.Id == "AC-1");
        Assert.Contains($"observed {CriterionWords.Observed(finding)}; bound {CriterionWords.Bound(finding)}; n 3", script.Rows[2][3], StringComparison.Ordinal);
        Assert.Equal("UNDECIDED", script.Rows[2][4]);
    }

    [Fact]
    public void An_invalid_run_decides_no_script()
    {
        var facts = Facts with { Recommendation = new(Outcome.Invalid, ["r"], []) };
        Assert.All(Make.Table("oq-verdicts", facts).Rows, row => Assert.Equal("UNDECIDED", row[4]));
    }

    [Theory]
    [InlineData("iq-summary")]
    [InlineData("oq-summary")]
    [InlineData("pq-summary")]
    public void Counts_of_results_reconcile(string block)
    {
        var plan = Facts.Plan with { Qualification = new() { Installation = [Step], Operation = [Step], Performance = [Step] } };
        var rows = Make.Table(block, Facts with { Plan = plan }).Rows;
        Assert.All(rows, row => Assert.Equal(Number(row[1]), row.Skip(2).Sum(Number)));
        Assert.Equal(Number(rows[^1][1]), rows.SkipLast(1).Sum(row => Number(row[1])));
        Assert.Equal(1, Number(rows[^2][5]));
    }

    [Fact]
    public void A_requirement_left_to_procedure_needs_a_step_for_people()
    {
        Assert.Equal(["URS-4 | Text of URS-4. | high | none | GAP: no step"], Make.Rows("pq-procedural", Facts));
        var plan = Facts.Plan with { Qualification = new() { Performance = [Step] } };
        Assert.Equal(["URS-4 | Text of URS-4. | high | S-1 | not executed"], Make.Rows("pq-procedural", Facts with { Plan = plan }));
    }

    [Fact]
    public void Limits_of_drift_checks_are_those_of_the_plan_or_a_gap()
    {
        Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of("pq-monitoring", Facts)));
        Assert.Equal("Loss to be ruled out | 5 % at 97.5 %", Make.Rows("pq-monitoring", Facts with { Plan = Facts.Plan with { Drift = DriftPlan.Default } }).First());
    }

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<IReadOnlyList<string>> Rows(string block, DocumentFacts facts) => Make.Table(block, facts).Rows;
}
