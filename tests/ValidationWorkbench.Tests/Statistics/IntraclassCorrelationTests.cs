using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class IntraclassCorrelationTests
{
    [Fact]
    public void The_published_example_gives_the_published_correlation()
    {
        // Shrout and Fleiss 1979, table 2: ICC(1,1) = .17, ICC(1,4) = .44
        var icc = IntraclassCorrelation.Of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], 0.95);

        Assert.Equal(0.17, icc.OfSingleRepeat!.Value, 0.005);
        Assert.Equal(0.44, icc.OfMean!.Value, 0.005);
        Assert.Equal(11.24, icc.Variance.Between!.Value, 0.005);
        Assert.Equal(6.26, icc.Variance.Within!.Value, 0.005);
    }

    [Fact]
    public void Limits_enclose_it_and_neither_order_nor_unit_matter()
    {
        var draws = new Draws(101);
        double[][] cases = [.. Enumerable.Range(0, 10).Select(_ => draws.Numbers(3, draws.Share()))];
        var icc = IntraclassCorrelation.Of(cases, 0.95);
        var other = IntraclassCorrelation.Of(draws.Shuffled(cases.Select(row => draws.Shuffled(row.Select(score => 100 * score)))), 0.95);

        Assert.InRange(icc.OfSingleRepeat!.Value, icc.Lower!.Value, icc.Upper!.Value);
        Assert.Equal(icc.OfSingleRepeat.Value, other.OfSingleRepeat!.Value, 1e-12);
        Assert.Equal(icc.Lower.Value, other.Lower!.Value, 1e-10);
        Assert.Equal(100 * icc.WithinDeviation!.Value, other.WithinDeviation!.Value, 1e-9);
    }

    [Fact]
    public void Equal_case_means_give_the_most_negative_value()
    {
        // MSB = 0: -1 / (k-1)
        Assert.Equal(-0.5, IntraclassCorrelation.Of([[0, 1, 2], [2, 1, 0], [1, 0, 2]], 0.95).OfSingleRepeat!.Value, 1e-12);
    }

    [Fact]
    public void Repeats_that_do_not_vary_give_1_without_limits()
    {
        var icc = IntraclassCorrelation.Of([[0.9, 0.9, 0.9], [0.7, 0.7, 0.7]], 0.95);

        Assert.Equal((1, 0, EstimateStatus.Degenerate), (icc.OfSingleRepeat, icc.WithinDeviation, icc.Status));
        Assert.Null(icc.Upper);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 3, 0.0)]
    [InlineData(4, 3, 0.0)]
    [InlineData(4, 1, null)]
    public void Without_variance_it_is_undefined(int cases, int repeats, double? withinDeviation)
    {
        var icc = IntraclassCorrelation.Of([.. Enumerable.Repeat(Enumerable.Repeat(0.9, repeats).ToArray(), cases)], 0.95);

        Assert.Equal(EstimateStatus.Undefined, icc.Status);
        Assert.Equal(withinDeviation, icc.WithinDeviation);
    }

    [Fact]
    public void Every_case_has_as_many_repeats() => Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of([[1, 2], [1]], 0.95));
}
