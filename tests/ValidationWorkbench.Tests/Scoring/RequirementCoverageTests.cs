using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Requirements that one suite covers and another as well.</summary>
public sealed class RequirementCoverageTests
{
    [Fact]
    public void Missing_and_extra_requirements_are_listed_once_each()
    {
        var coverage = RequirementCoverage.Of(["R-2", "R-1", "R-2", "R-3"], ["R-9", "R-1", "R-9"]);

        Assert.Equal(1.0 / 3, coverage.Covered);
        Assert.Equal(0.25, coverage.Jaccard);
        Assert.Equal(["R-2", "R-3"], coverage.Missing);
        Assert.Equal(["R-9"], coverage.Extra);
    }

    [Fact]
    public void Extra_requirements_do_not_lower_the_coverage()
    {
        var coverage = RequirementCoverage.Of(["R-1"], ["R-1", "R-2"]);

        Assert.Equal(1, coverage.Covered);
        Assert.Equal(0.5, coverage.Jaccard);
    }

    [Fact]
    public void A_baseline_without_requirements_has_no_coverage()
    {
        Assert.Null(RequirementCoverage.Of([], ["R-1"]).Covered);
        Assert.Equal(0, RequirementCoverage.Of([], ["R-1"]).Jaccard);
        Assert.Equal(0, RequirementCoverage.Of(["R-1"], []).Covered);
        Assert.Null(RequirementCoverage.Of([], []).Jaccard);
    }

    [Fact]
    public void Ids_are_compared_as_they_are_written() => Assert.Equal(0, RequirementCoverage.Of(["R-1"], ["r-1"]).Covered);
}
