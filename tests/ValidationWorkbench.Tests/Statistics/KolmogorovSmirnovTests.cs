using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class KolmogorovSmirnovTests
{
    [Fact]
    public void Exact_p_counts_the_orderings_that_are_as_extreme()
    {
        var draws = new Draws(171);
        for (var i = 0; i < 10; i++)
        {
            double[] x = draws.Numbers(5, 0.2), y = draws.Numbers(4);
            var test = KolmogorovSmirnov.Of(x, y);
            double[] pooled = [.. x, .. y];
            double[] all =
            [
                .. Enumerable.Range(0, 1 << 9).Where(set => int.PopCount(set) == 5)
                    .Select(set => Distance([.. pooled.Where((_, k) => (set >> k & 1) == 1)], [.. pooled.Where((_, k) => (set >> k & 1) == 0)])),
            ];

            Assert.Equal(Distance(x, y), test.D!.Value, 1e-12);
            Assert.Equal((double)all.Count(d => d > test.D - 1e-9) / all.Length, test.PExact!.Value, 1e-12);
        }
    }

    [Fact]
    public void Samples_may_be_swapped()
    {
        var draws = new Draws(172);
        double[] x = draws.Numbers(30), y = draws.Numbers(17, 0.1);

        var (first, second) = (KolmogorovSmirnov.Of(x, y), KolmogorovSmirnov.Of(y, x));

        Assert.Equal((first.D, first.PAsymptotic), (second.D, second.PAsymptotic));
        Assert.Equal(first.PExact!.Value, second.PExact!.Value, 1e-12);
        Assert.Equal(first.PExact, first.P);
    }

    [Fact]
    public void Samples_that_do_not_overlap_have_the_smallest_p()
    {
        // two of the orderings of 3 and 3: 2 / 20
        var test = KolmogorovSmirnov.Of([1, 2, 3], [4, 5, 6]);

        Assert.Equal(1, test.D);
        Assert.Equal(0.1, test.PExact!.Value, 1e-12);
    }

    [Fact]
    public void Ties_and_large_samples_have_an_asymptotic_p_only()
    {
        var draws = new Draws(173);

        Assert.Null(KolmogorovSmirnov.Of([1, 2, 3], [3, 4, 5]).PExact);
        Assert.Null(KolmogorovSmirnov.Of(draws.Numbers(101), draws.Numbers(100)).PExact);
        Assert.NotNull(KolmogorovSmirnov.Of(draws.Numbers(100), draws.Numbers(100)).PExact);
    }

    // 1 - K(z) = 2 sum (-1)^(j-1) exp(-2 j^2 z^2): at the usual critical value, and on both sides of where the series is changed.
    [Theory]
    [InlineData(200, 16)]
    [InlineData(200, 20)]
    [InlineData(200, 21)]
    [InlineData(200, 27)]
    [InlineData(200, 40)]
    public void Asymptotic_p_is_the_sum_of_its_series(int n, int shift)
    {
        var test = KolmogorovSmirnov.Of([.. Enumerable.Range(0, n).Select(i => (double)i)], [.. Enumerable.Range(0, n).Select(i => i + shift + 0.5)]);
        var z = test.D!.Value * Math.Sqrt(n / 2.0);
        var series = 2 * Enumerable.Range(1, 200).Sum(j => (j % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * j * j * z * z));

        Assert.Equal((shift + 1.0) / n, test.D.Value, 1e-12);
        Assert.Equal(series, test.PAsymptotic!.Value, 1e-12);
    }

    [Fact]
    public void Equal_samples_show_nothing() => Assert.Equal(new KolmogorovSmirnov(0, null, 1), KolmogorovSmirnov.Of([1, 1, 2], [1, 1, 2]));

    [Fact]
    public void An_empty_sample_leaves_it_undefined()
    {
        Assert.Equal(EstimateStatus.Undefined, KolmogorovSmirnov.Of([], [1]).Status);
        Assert.Equal(EstimateStatus.Undefined, KolmogorovSmirnov.Of([1], []).Status);
    }

    private static double Distance(double[] x, double[] y) =>
        x.Concat(y).Max(value => Math.Abs(((double)x.Count(other => other <= value) / x.Length) - ((double)y.Count(other => other <= value) / y.Length)));
}
