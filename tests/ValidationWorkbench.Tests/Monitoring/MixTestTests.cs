using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class MixTestTests
{
    [Fact]
    public void Enough_of_everything_is_tested_by_chi_square()
    {
        // R: chisq.test(rbind(c(50,80,40,20,10), c(42,85,30,28,15)), correct = FALSE)
        var test = MixTest.Of(Shares([50, 80, 40, 20, 10, 0], [42, 85, 30, 28, 15, 0]));
        Assert.Equal((MixMethod.ChiSquare, 4), (test.Method, test.DegreesOfFreedom));
        Assert.Equal(4.60907208733296, test.ChiSquare!.Value, 9);
        Assert.Equal(0.329809534163887, test.P!.Value, 9);
        Assert.Equal(0.107343747923819, test.CramersV!.Value, 9);
    }

    [Fact]
    public void Few_of_something_are_tested_exactly()
    {
        // R: fisher.test(rbind(c(5,9,1), c(1,6,8)))
        var test = MixTest.Of(Shares([5, 9, 1], [1, 6, 8]));
        Assert.Equal(MixMethod.Exact, test.Method);
        Assert.Equal(0.0159789687199742, test.P!.Value, 9);
    }

    [Fact]
    public void Few_of_something_among_many_are_merged()
    {
        var test = MixTest.Of(Shares([100, 100, 1, 2], [2000, 2000, 3, 300]));
        Assert.Equal((MixMethod.ChiSquareMerged, 2), (test.Method, test.DegreesOfFreedom));
        Assert.Equal(["c2", "c3"], test.Merged);

        // The same table merged by hand.
        Assert.Equal(MixTest.Of(Shares([100, 100, 3], [2000, 2000, 303])).P!.Value, test.P!.Value, 12);
    }

    [Fact]
    public void Merging_goes_on_until_every_expected_count_is_large_enough()
    {
        var test = MixTest.Of(Shares([100, 1, 1, 1, 1], [3000, 10, 20, 30, 60]));
        Assert.Equal((MixMethod.None, 4), (test.Method, test.Merged.Count));
        Assert.Equal(MixMethod.ChiSquareMerged, MixTest.Of(Shares([100, 1, 1, 1, 3], [3000, 10, 20, 30, 120])).Method);
    }

    [Theory]
    [InlineData(new[] { 5, 0 }, new[] { 7, 0 })]
    [InlineData(new[] { 0, 0 }, new[] { 7, 2 })]
    [InlineData(new[] { 3, 4 }, new[] { 0, 0 })]
    public void One_category_or_an_empty_group_is_not_tested(int[] reference, int[] production)
    {
        var test = MixTest.Of(Shares(reference, production));
        Assert.Equal((MixMethod.None, null), (test.Method, test.P));
    }

    internal static List<CategoryShare> Shares(int[] reference, int[] production) => [.. reference.Select((count, i) => new CategoryShare($"c{i}", count, production[i]))];
}
