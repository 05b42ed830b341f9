using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>How criteria, limits and verdicts are written.</summary>
public sealed class CriterionWordsTests
{
    [Fact]
    public void A_name_tells_kind_and_strata_in_order()
    {
        Assert.Equal("under-categorization", CriterionWords.Name(Make.Criterion(CriterionKind.UnderCategorization, 0.05)));
        Assert.Equal("accuracy (shape=hybrid, system=lims)", CriterionWords.Name(Make.Criterion(CriterionKind.Accuracy, 0.95).In("system", "lims").In("shape", "hybrid")));
    }

    [Theory]
    [InlineData(CriterionKind.Accuracy, 0.95, "≥ 95 %")]
    [InlineData(CriterionKind.Reproducibility, 0.975, "≥ 97.5 %")]
    [InlineData(CriterionKind.UnderCategorization, 0.05, "none, bound ≤ 5 %")]
    [InlineData(CriterionKind.ErrorRate, 0.005, "≤ 0.5 %")]
    [InlineData(CriterionKind.NonInferiority, 0.05, "> -5.0 points")]
    [InlineData(CriterionKind.SuiteSimilarity, 0.85, "> 85 % of self ≥ 0.6")]
    [InlineData(CriterionKind.Confidence, 0.1, "±0.1, guard ≤ 5 %")]
    [InlineData(CriterionKind.RequirementCoverage, 1, "every case")]
    [InlineData(CriterionKind.Latency, 0.99, "≥ 99 % < 2.5 s")]
    [InlineData(CriterionKind.StructureConformance, 0.9, "≥ 90 %")]
    [InlineData(CriterionKind.ExpectedElements, 0.9, "≥ 90 %")]
    [InlineData(CriterionKind.SchemaConformance, 0.9, "≥ 90 %")]
    public void What_is_required_is_written_by_kind(CriterionKind kind, double limit, string required) => Assert.Equal(required, CriterionWords.Required(Make.Criterion(kind, limit) with { Seconds = 2.5 }));

    [Theory]
    [InlineData(CriterionKind.Accuracy, Verdict.Go, "≥ 94.9 %")]
    [InlineData(CriterionKind.Accuracy, Verdict.Undecided, "≥ 94.9 %")]
    [InlineData(CriterionKind.Accuracy, Verdict.NoGo, "≤ 98.1 %")]
    [InlineData(CriterionKind.UnderCategorization, Verdict.Go, "≤ 98.1 %")]
    [InlineData(CriterionKind.ErrorRate, Verdict.Undecided, "≤ 98.1 %")]
    [InlineData(CriterionKind.SuiteSimilarity, Verdict.Go, "≥ 94.9 %")]
    public void The_bound_that_decides_is_shown_and_rounded_away_from_the_claim(CriterionKind kind, Verdict verdict, string bound) =>
        Assert.Equal(bound, CriterionWords.Bound(Found(kind, verdict, 0.97, 0.94966066166958, 0.980094436337828)));

    [Theory]
    [InlineData(Verdict.Go, "≥ -3.88 points")]
    [InlineData(Verdict.NoGo, "≤ +1.70 points")]
    public void Differences_are_written_in_points(Verdict verdict, string bound)
    {
        var finding = Found(CriterionKind.NonInferiority, verdict, -0.01, -0.0387638789732339, 0.0170);
        Assert.Equal((bound, "-1.0 points"), (CriterionWords.Bound(finding), CriterionWords.Observed(finding)));
    }

    [Fact]
    public void What_is_not_there_is_a_dash()
    {
        var finding = AttributeCriterion.NothingCounted(Make.Criterion(CriterionKind.Accuracy, 0.95));
        Assert.Equal(("–", "–", "–"), (CriterionWords.Observed(finding), CriterionWords.Bound(finding), CriterionWords.Baseline(finding)));
    }

    [Fact]
    public void Observed_and_baseline_are_shares() =>
        Assert.Equal(("97.0 %", "90.0 %"), (CriterionWords.Observed(Found(CriterionKind.Accuracy, Verdict.Go, 0.97, 0.9, 1)), CriterionWords.Baseline(Found(CriterionKind.Accuracy, Verdict.Go, 0.97, 0.9, 1))));

    [Fact]
    public void Verdicts_are_written_in_capitals() => Assert.Equal(["GO", "NO-GO", "UNDECIDED"], Enum.GetValues<Verdict>().Select(CriterionWords.Word));

    [Fact]
    public void Words_of_code_are_written_as_in_files() =>
        Assert.All(Enum.GetValues<CriterionKind>(), kind => Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), CriterionWords.Kebab(kind)));

    private static Finding Found(CriterionKind kind, Verdict verdict, double observed, double lower, double upper) =>
        new() { Criterion = Make.Criterion(kind, 0.95), N = 100, Observed = observed, Lower = lower, Upper = upper, Baseline = 0.9, Verdict = verdict, Reason = "r" };
}
