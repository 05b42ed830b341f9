using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>EWMA and CUSUM charts, and the run lengths that go with them.</summary>
public sealed class ControlChartTests
{
    [Theory]
    [InlineData(0.2, 2.86)]
    [InlineData(1, 3)]
    public void What_stays_at_its_mean_never_signals(double weight, double width)
    {
        double[] looks = [.. Enumerable.Repeat(0.97, 500)];

        Assert.Null(Ewma.Of(looks, 0.97, 0.01, weight, width).FirstSignal);
        Assert.Null(Ewma.Of(looks, 0.97, 0, weight, width).FirstSignal);
        Assert.Null(Cusum.Lower(looks, 0.97, 0.01, 0.5, 4).FirstSignal);
    }

    [Fact]
    public void Limits_widen_towards_their_asymptote()
    {
        var chart = Ewma.Of(new double[60], 0, 1, 0.2, 3);
        double[] upper = [.. chart.Points.Select(point => point.Upper)];

        Assert.Equal(0.6, upper[0], 1e-12);
        Assert.Equal(upper.Order(), upper);
        Assert.Equal(chart.UpperAsymptote, upper[^1], 1e-9);
        Assert.Equal(1, chart.UpperAsymptote, 1e-12);
        Assert.All(chart.Points, point => Assert.Equal(-point.Upper, point.Lower, 1e-12));
    }

    [Fact]
    public void With_all_the_weight_on_the_newest_look_it_is_a_chart_of_single_looks()
    {
        var chart = Ewma.Of([1, -2, 3.5, 0], 0, 1, 1, 3);

        Assert.Equal([1, -2, 3.5, 0], chart.Points.Select(point => point.Value));
        Assert.Equal(3, chart.FirstSignal);
    }

    [Fact]
    public void A_limit_that_is_met_is_not_exceeded()
    {
        Assert.Null(Ewma.Of([3], 0, 1, 1, 3).FirstSignal);
        Assert.Null(Cusum.Lower([-4.5], 0, 1, 0.5, 4).FirstSignal);
        Assert.Equal(1, Cusum.Lower([-4.6], 0, 1, 0.5, 4).FirstSignal);
    }

    [Fact]
    public void Small_losses_add_up_and_gains_are_forgotten()
    {
        var chart = Cusum.Lower([9, -1, -1, -2, 1, -4], 0, 1, 0.5, 2.4);

        Assert.Equal([0, 0.5, 1, 2.5, 1, 4.5], chart.Sums);
        Assert.Equal(4, chart.FirstSignal);
    }

    [Fact]
    public void Settings_make_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ewma.Of([1], 0, 1, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ewma.Of([1], 0, 1, 1.1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ewma.Of([1], 0, -1, 0.2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cusum.Lower([1], 0, 0, 0.5, 4));
        Assert.Throws<ArgumentException>(() => Cusum.Lower([1], 0, double.PositiveInfinity, 0.5, 4));
    }

    [Theory]
    [InlineData(0.2, 2.962, ArlReference.EwmaLambda02Limit2962)]
    [InlineData(0.1, 2.814, ArlReference.EwmaLambda01Limit2814)]
    [InlineData(0.2, 2.86, ArlReference.EwmaLambda02Limit286)]
    public void Run_lengths_of_averages_are_those_of_a_markov_chain(double weight, double width, double expected)
    {
        var half = width * Math.Sqrt(weight / (2 - weight));
        var cell = 2 * half / 151;
        double Centre(int i) => -half + ((i + 0.5) * cell);
        double Below(int i, double edge) => NormalDistribution.Cdf((edge - ((1 - weight) * Centre(i))) / weight);

        Assert.Equal(1, RunLength(151, 75, (i, j) => Below(i, Centre(j) + (cell / 2)) - Below(i, Centre(j) - (cell / 2))) / expected, 2e-3);
    }

    [Theory]
    [InlineData(4, 0, ArlReference.CusumLimit4OneSided)]
    [InlineData(4, 0, 2 * ArlReference.CusumLimit4TwoSided)]
    [InlineData(5, 0, 2 * ArlReference.CusumLimit5TwoSided)]
    [InlineData(4, 1, ArlReference.CusumLimit4AfterShift1)]
    public void Run_lengths_of_sums_are_those_of_a_markov_chain(double limit, double shift, double expected)
    {
        // Brook and Evans 1972: states are centred on 0, cell, 2 cell, ...; the first one takes all that is below.
        const int states = 150;
        var cell = limit / (states - 0.5);
        double Below(int i, double edge) => NormalDistribution.Cdf(edge - (i * cell) + 0.5 - shift);

        Assert.Equal(1, RunLength(states, 0, (i, j) => Below(i, (j + 0.5) * cell) - (j == 0 ? 0 : Below(i, (j - 0.5) * cell))) / expected, 2e-3);
    }

    /// <summary>Expected number of steps until a Markov chain leaves its states: (I - P) steps = 1, by elimination.</summary>
    private static double RunLength(int states, int start, Func<int, int, double> probability)
    {
        double[][] rows = [.. Enumerable.Range(0, states).Select(i => Enumerable.Range(0, states).Select(j => (i == j ? 1 : 0) - probability(i, j)).Append(1).ToArray())];
        for (var pivot = 0; pivot < states; pivot++)
        {
            for (var i = 0; i < states; i++)
            {
                var factor = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
                for (var j = pivot; factor != 0 && j <= states; j++)
                {
                    rows[i][j] -= factor * rows[pivot][j];
                }
            }
        }

        return rows[start][states] / rows[start][start];
    }
}
