using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class WilcoxonSignedRankTests
{
    [Fact]
    public void The_published_example_gives_the_published_result()
    {
        // Hollander and Wolfe 1973: V = 40, p = 0.01953
        var test = WilcoxonSignedRank.Of([0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01]);

        Assert.Equal(40, test.V);
        Assert.Equal(0.01953125, test.PGreater, 1e-12);
        Assert.True(test.IsExact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(11)]
    public void Exact_p_counts_the_signs_that_are_as_extreme(int n)
    {
        var draws = new Draws(71);
        for (var i = 0; i < 10; i++)
        {
            var differences = draws.Numbers(n, 0.1);
            var test = WilcoxonSignedRank.Of(differences);
            double[] all = [.. Enumerable.Range(0, 1 << n).Select(signs => differences.Select((value, k) => (signs >> k & 1) == 0 ? Math.Abs(value) : -Math.Abs(value))).Select(V)];

            Assert.Equal(V(differences), test.V);
            Assert.Equal((double)all.Count(v => v >= test.V) / all.Length, test.PGreater, 1e-12);
            Assert.Equal((double)all.Count(v => v <= test.V) / all.Length, test.PLess, 1e-12);
            Assert.Equal(Math.Min(1, 2 * Math.Min(test.PGreater, test.PLess)), test.PTwoSided);
        }

        static double V(IEnumerable<double> values) => values.OrderBy(Math.Abs).Select((value, rank) => value > 0 ? rank + 1 : 0).Sum();
    }

    [Fact]
    public void Approximate_p_is_near_exact_p()
    {
        var differences = new Draws(72).Numbers(40, 0.08);
        var exact = WilcoxonSignedRank.Of(differences);
        var approximate = WilcoxonSignedRank.Of(differences, exact: false);

        Assert.True(exact.IsExact);
        Assert.False(approximate.IsExact);
        Assert.Equal(exact.PTwoSided, approximate.PTwoSided, 0.005);
        Assert.Equal(exact.PGreater, approximate.PGreater, 0.005);
    }

    [Theory]
    [InlineData(50, null, true)]
    [InlineData(51, null, false)]
    [InlineData(51, true, true)]
    [InlineData(10, false, false)]
    public void The_number_of_cases_decides_unless_asked_otherwise(int n, bool? exact, bool expected) => Assert.Equal(expected, WilcoxonSignedRank.Of(new Draws(73).Numbers(n), exact).IsExact);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Zeros_and_ties_are_never_exact(double extra) => Assert.False(WilcoxonSignedRank.Of([0.1, 0.2, -0.3, extra], exact: true).IsExact);

    [Fact]
    public void Zeros_are_dropped_and_ties_share_their_rank()
    {
        // R wilcox.test(exact = FALSE)
        var test = WilcoxonSignedRank.Of([-0.01, 0.01, -0.02, 0.01, -0.02, 0, 0.01, -0.02, 0.01, -0.02, 0.01, -0.02]);

        Assert.Equal(17.5, test.V);
        Assert.Equal(11, test.NonZero);
        Assert.Equal(0.170234420060903, test.PTwoSided, 1e-10);
    }

    [Fact]
    public void Swapped_models_swap_the_directions()
    {
        double[] differences = [0.3, -0.1, 0.1, 0.2, 0.5, 0];
        var test = WilcoxonSignedRank.Of(differences);
        var mirrored = WilcoxonSignedRank.Of([.. differences.Select(value => -value)]);

        Assert.Equal(test.PGreater, mirrored.PLess, 1e-12);
        Assert.Equal(test.PTwoSided, mirrored.PTwoSided, 1e-12);
        Assert.Equal(15, test.V + mirrored.V);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Nothing_but_zeros_shows_nothing(int n)
    {
        var test = WilcoxonSignedRank.Of(new double[n]);

        Assert.Equal(EstimateStatus.Undefined, test.Status);
        Assert.Equal(1, test.PTwoSided);
    }
}
