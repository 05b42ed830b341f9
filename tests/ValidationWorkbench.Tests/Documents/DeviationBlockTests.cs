using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the deviation log and of the audit-trail excerpt.</summary>
public sealed class DeviationBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void Whatever_the_records_tell_of_deviations_is_numbered_and_counted_by_kind()
    {
        var rows = Make.Table("deviation-register", Facts).Rows;
        Assert.Equal(
            ["failed calls", "failed calls", "interruption or resumption", "interruption or resumption", "refused request",
                "criterion not shown to be met", "criterion not shown to be met"],
            rows.Select(row => row[1]));
        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"DEV-0{i}"), rows.Select(row => row[0]));
        var totals = Make.Table("deviation-totals", Facts).Rows.ToDictionary(row => row[0],
            row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((7, 7, 2), (totals["all"], totals.Values.Sum() - totals["all"], totals["failed calls"]));
        Assert.Equal(7, Make.Table("deviation-dispositions", Facts).Rows.Count);
        Assert.All(Make.Table("deviation-dispositions", Facts).Rows, row => Assert.All(row.Skip(1), Assert.Empty));
    }

    [Fact]
    public void A_departure_stands_with_the_reason_on_record_or_with_its_lack()
    {
        var departed = Facts with { Configuration = Facts.Configuration with { Deviations = ["seed 9 instead of 7"] } };
        Assert.Equal(("seed 9 instead of 7", "as stated; reason on record: none"),
            (Make.Table("deviation-register", departed).Rows[0][2], Make.Table("deviation-register", departed).Rows[0][4]));
        var told = departed with { Trail = departed.Trail with { Entries = [Make.Entry(10, AuditAction.RunPlanned, "agreed with QA")] } };
        Assert.Equal("as stated; reason on record: agreed with QA", Make.Table("deviation-register", told).Rows[0][4]);
        Assert.Contains("another plan", Make.Table("deviation-register", Facts with { PlanSha256 = Sha256Hex.Of("other") }).Rows[0][2],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_reconcile_with_what_became_of_them()
    {
        Assert.Equal(["old | 0 | 0 | 0 | 0 | 0", "new (simulated) | 3 | 1 | 1 | 1 | 0", "Both | 3 | 1 | 1 | 1 | 0"],
            Make.Rows("deviation-calls", Facts));
        var cancelled = Facts with { Attempts = [Facts.Attempts[0] with { Cancelled = true }] };
        Assert.Equal("Both | 1 | 0 | 0 | 0 | 1", Make.Rows("deviation-calls", cancelled).Last());
    }

    [Fact]
    public void Two_builds_and_answers_from_a_cache_are_deviations()
    {
        var answer = Facts.Attempts[2] with { ReplyId = "same" };
        var facts = Facts with { Attempts = [answer with { SystemFingerprint = "b1" }, answer with { Repeat = 2, SystemFingerprint = "b2" }] };
        var rows = Make.Table("deviation-register", facts).Rows;
        Assert.Contains("build b1 (1 answer)", rows.Single(row => row[1] == "more than one served build")[4], StringComparison.Ordinal);
        Assert.StartsWith("1 of 2 answers", rows.Single(row => row[1] == "answers maybe from a cache")[4], StringComparison.Ordinal);
    }

    [Fact]
    public void The_excerpt_counts_every_record_and_shows_those_that_are_no_single_calls()
    {
        var counts = Make.Table("trail-counts", Facts).Rows;
        Assert.Equal(["run-planned", "run-started", "trial-finished", "attempt-failed", "refused", "run-interrupted", "run-resumed", "all"],
            counts.Select(row => row[0]));
        Assert.Equal(("2", "12", "41"), (counts[2][2], counts[2][3], counts[2][4]));
        Assert.Equal("8", counts[^1][2]);
        Assert.Equal($"20 | 1970-01-01 00:00:00 UTC | A. Person (Operator) | refused | this run | assess run R-1: not finished | {Sha256Hex.Of("refused")[..16]}",
            Make.Rows("trail-records", Facts).ElementAt(2));
        var scope = DocumentParts.Of("trail-scope", Facts).OfType<FactsPart>().Single().Facts;
        Assert.Contains(("Identities", "A. Person (Operator), id a: OS login, unverified"), scope);
        Assert.Contains(("Checkpoint key", "log+abcd"), scope);
    }
}
