using ValidationWorkbench.Audit;
using Xunit;
using static ValidationWorkbench.Tests.Audit.SampleTrail;
using Fault = ValidationWorkbench.Verification.Fault;
using FaultClass = ValidationWorkbench.Verification.FaultClass;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Records without a fault pass; each test then violates one attribute, and this one alone must fail, naming the record.</summary>
public sealed class AlcoaEvaluationTests
{
    [Fact]
    public void Records_without_a_fault_pass_every_attribute()
    {
        var report = Evaluate(Records());

        Assert.Equal(Enum.GetValues<AlcoaPrinciple>(), report.Results.Select(result => result.Attribute));
        Assert.All(report.Results, result => Assert.Equal(AlcoaOutcome.Pass, result.Outcome));
        Assert.All(report.Results.SelectMany(result => result.Checks), check => Assert.Equal(AlcoaOutcome.Pass, check.Outcome));
        Assert.False(report.HasFailed);
        Assert.Equal(10, report.Records);
    }

    [Fact]
    public void What_no_program_can_check_is_named_for_every_attribute()
    {
        var report = Evaluate(Records());

        Assert.All(report.Results, result => Assert.NotEmpty(result.Procedure));
        Assert.Contains(report.Results[0].Procedure, item => item == "6 records by \"alice\": the name is attribution, nobody verified the identity");
    }

    [Fact]
    public void Nothing_is_not_a_pass()
    {
        var report = Evaluate([], Facts with { AnchoredRecords = null, EvidenceChecked = 0 });

        Assert.All(report.Results, result => Assert.Equal(AlcoaOutcome.NotApplicable, result.Outcome));
    }

    [Fact]
    public void Records_of_another_run_are_outside_of_the_scope()
    {
        var records = Records();
        records.Add(records[^1] with { Sequence = 11, Entry = records[^1].Entry with { RunId = "R-2", Action = "unheard-of", Actor = new("", "", "", "") } });

        Assert.False(Evaluate(records, Facts with { AnchoredRecords = 11 }, Run).HasFailed);
        Assert.True(Evaluate(records, Facts with { AnchoredRecords = 11 }).HasFailed);
    }

    [Theory]
    [InlineData("alice", "", "Operator", "OS login, unverified")]
    [InlineData("alice", "Alice", " ", "OS login, unverified")]
    [InlineData("alice", "Alice", "Operator", "")]
    [InlineData("validation-workbench", "Alice", "Operator", "OS login, unverified")]
    [InlineData("m-new", "New model", "Operator", "OS login, unverified")]
    public void An_actor_who_is_not_one_is_not_attributable(string id, string name, string role, string established) =>
        AssertFails(AlcoaPrinciple.Attributable, Assessed, entry => entry with { Actor = new(id, name, role, established) });

    [Fact]
    public void A_person_who_finishes_trials_is_not_attributable() =>
        AssertFails(AlcoaPrinciple.Attributable, First, entry => entry with { Actor = new("alice", "Alice", "Operator", "OS login, unverified") });

    [Fact]
    public void A_state_that_is_no_JSON_is_not_legible() => AssertFails(AlcoaPrinciple.Legible, Issued, entry => entry with { Before = "{" });

    [Fact]
    public void An_action_without_a_text_is_not_legible() => AssertFails(AlcoaPrinciple.Legible, Exported, entry => entry with { Action = "sent-away" });

    [Theory]
    [InlineData(-1)]
    [InlineData(60_000_001)]
    public void A_record_before_or_long_after_the_event_is_not_contemporaneous(long delay)
    {
        var records = Records();
        records[First - 1] = records[First - 1] with { OccurredMicros = records[First - 1].AtMicros - delay };

        AssertFailsOnly(AlcoaPrinciple.Contemporaneous, First, Evaluate(records));
    }

    [Fact]
    public void A_clock_that_was_set_is_found_unless_a_record_says_so()
    {
        var records = Records();
        records[Exported - 1] = records[Exported - 1] with { MonotonicMicros = records[Exported - 1].MonotonicMicros + 3_600_000_000 };
        AssertFailsOnly(AlcoaPrinciple.Contemporaneous, Exported, Evaluate(records));

        var told = records[Exported - 1].With(entry => entry with { Action = AuditAction.ClockStepped, RunId = "", EntityType = "log" });
        Assert.False(Evaluate([.. records[..^1], told]).HasFailed);
    }

    [Fact]
    public void Another_boot_has_another_monotonic_clock()
    {
        var records = Records();
        records[Exported - 1] = records[Exported - 1] with { MonotonicMicros = 1, BootId = Guid.Empty };

        Assert.False(Evaluate(records).HasFailed);
    }

    [Fact]
    public void An_answer_without_its_raw_reply_is_not_original() =>
        AssertFails(AlcoaPrinciple.Original, First, entry => entry with { Attachments = [Evidence("request")] }, AlcoaPrinciple.Complete);

    [Fact]
    public void Evidence_that_is_lost_is_neither_original_nor_enduring() => AssertFailsOnly(
        AlcoaPrinciple.Original, Failed, Evaluate(Records(), Facts with { EvidenceLost = new HashSet<string> { Evidence("reply").Sha256 } }), AlcoaPrinciple.Enduring);

    [Fact]
    public void Results_that_the_replies_do_not_give_are_not_accurate() =>
        AssertFailsOnly(AlcoaPrinciple.Accurate, Assessed, Evaluate(Records(), Facts with { Rescored = new Dictionary<long, bool> { [Assessed] = false } }));

    [Theory]
    [InlineData(FaultClass.Layout, AlcoaPrinciple.Legible)]
    [InlineData(FaultClass.Time, AlcoaPrinciple.Contemporaneous)]
    [InlineData(FaultClass.Hash, AlcoaPrinciple.Accurate)]
    [InlineData(FaultClass.Link, AlcoaPrinciple.Accurate)]
    [InlineData(FaultClass.Gap, AlcoaPrinciple.Complete)]
    [InlineData(FaultClass.Log, AlcoaPrinciple.Complete)]
    [InlineData(FaultClass.Column, AlcoaPrinciple.Available)]
    public void A_fault_of_the_trail_counts_where_it_belongs(FaultClass kind, AlcoaPrinciple attribute) =>
        AssertFailsOnly(attribute, 4, Evaluate(Records(), Facts with { TrailFaults = [new Fault(kind, 4, "x")] }));

    [Fact]
    public void Counts_that_do_not_add_up_are_not_complete() => AssertFails(AlcoaPrinciple.Complete, Completed, entry => entry with { After = Counts(2, 0, 0) });

    [Fact]
    public void A_trial_too_few_is_not_complete()
    {
        var records = Records();
        records.RemoveAt(Second - 1);

        AssertFailsOnly(AlcoaPrinciple.Complete, Completed, Evaluate(records));
    }

    [Fact]
    public void An_attempt_too_few_is_not_complete()
    {
        var records = Records();
        records.RemoveAt(Failed - 1);

        AssertFailsOnly(AlcoaPrinciple.Complete, First, Evaluate(records));
    }

    [Fact]
    public void A_failure_without_a_reason_is_not_complete() => AssertFails(AlcoaPrinciple.Complete, Failed, entry => entry with { Reason = " " });

    [Fact]
    public void A_call_before_the_start_is_not_consistent()
    {
        var records = Records();
        records.RemoveAt(Started - 1);

        AssertFailsOnly(AlcoaPrinciple.Consistent, Failed, Evaluate(records));
    }

    [Fact]
    public void A_departure_from_the_plan_without_a_reason_is_not_complete()
    {
        AuditEntry Departing(AuditEntry entry) => entry with
        {
            After = entry.After!.Replace("{\"repeats\":1", "{\"deviations\":[\"seed 5 instead of 7\"],\"repeats\":1", StringComparison.Ordinal),
        };
        AssertFails(AlcoaPrinciple.Complete, Planned, Departing);

        var records = Records();
        records[Planned - 1] = records[Planned - 1].With(entry => Departing(entry) with { Reason = "trial" });
        Assert.All(Evaluate(records).Results, result => Assert.NotEqual(AlcoaOutcome.Fail, result.Outcome));
    }

    [Fact]
    public void A_time_in_another_form_is_not_consistent() =>
        AssertFails(AlcoaPrinciple.Consistent, Second, entry => entry with { After = """{"attempt":1,"startedAt":"21.11.2026 07:50"}""" });

    [Fact]
    public void A_checkpoint_that_does_not_hold_or_does_not_cover_is_not_enduring()
    {
        AssertFailsOnly(AlcoaPrinciple.Enduring, 0, Evaluate(Records(), Facts with { AnchorFault = "another root" }));
        AssertFailsOnly(AlcoaPrinciple.Enduring, 0, Evaluate(Records(), Facts with { AnchoredRecords = Issued }));
    }

    [Fact]
    public void Records_put_under_a_checkpoint_at_a_later_start_are_named_as_evidence()
    {
        var records = Records();
        records[Exported - 1] = records[Exported - 1].With(entry => entry with { Action = AuditAction.Recovered, RunId = "", EntityType = "log" });

        var checks = Evaluate(records).Results.Single(result => result.Attribute == AlcoaPrinciple.Enduring).Checks;

        var check = Assert.Single(checks, check => check.Sequences.Contains(Exported));
        Assert.Equal(AlcoaOutcome.Pass, check.Outcome);
        Assert.Contains("; later starts that found records without a checkpoint and put them under one: 1,", check.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_run_that_nobody_planned_is_not_traceable()
    {
        var records = Records();
        records[Exported - 1] = records[Exported - 1].With(entry => entry with { RunId = "R-9" });

        AssertFailsOnly(AlcoaPrinciple.Traceable, Exported, Evaluate(records), AlcoaPrinciple.Complete);
    }

    [Fact]
    public void Another_configuration_is_not_traceable() =>
        AssertFails(AlcoaPrinciple.Traceable, Issued, entry => entry with { ConfigurationSha256 = Sha256Hex.Of("other") }, AlcoaPrinciple.Complete);

    [Fact]
    public void Documents_without_results_are_not_traceable() => AssertFails(AlcoaPrinciple.Traceable, Issued, Assessed, entry => entry with { Attachments = [] });

    [Fact]
    public void Evidence_that_nobody_names_is_not_traceable() =>
        AssertFailsOnly(AlcoaPrinciple.Traceable, 0, Evaluate(Records(), Facts with { EvidenceUnnamed = [Sha256Hex.Of("stray")] }));

    private static void AssertFails(AlcoaPrinciple attribute, int damaged, Func<AuditEntry, AuditEntry> change, params AlcoaPrinciple[] also) => AssertFails(attribute, damaged, damaged, change, also);

    private static void AssertFails(AlcoaPrinciple attribute, int found, int damaged, Func<AuditEntry, AuditEntry> change, params AlcoaPrinciple[] also)
    {
        var records = Records();
        records[damaged - 1] = records[damaged - 1].With(change);
        AssertFailsOnly(attribute, found, Evaluate(records), also);
    }

    private static void AssertFailsOnly(AlcoaPrinciple attribute, int sequence, AlcoaReport report, params AlcoaPrinciple[] also)
    {
        Assert.Equal(also.Append(attribute).Order(), report.Results.Where(result => result.Outcome == AlcoaOutcome.Fail).Select(result => result.Attribute));
        var check = report.Results.Single(result => result.Attribute == attribute).Checks.First(check => check.Outcome == AlcoaOutcome.Fail);
        Assert.Equal(sequence == 0 ? [] : [sequence], check.Sequences.Take(1));
        Assert.NotEmpty(check.Evidence);
    }

    private static AlcoaReport Evaluate(IEnumerable<AuditRecord> records, AlcoaFacts? facts = null, string? run = null)
    {
        var evaluation = new AlcoaEvaluation(facts ?? Facts, run);
        foreach (var record in records)
        {
            evaluation.Add(record);
        }

        return evaluation.Finish();
    }
}
