using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Normal, t, chi-square and beta distributions against R 4.2.2 and closed forms.</summary>
public sealed class TailTests
{
    private const double Near = 1e-13;

    [Fact]
    public void Probabilities_are_those_of_r()
    {
        Assert.Equal(0.0204961092928764, StudentDistribution.Cdf(-2.5, 7), Near); // pt(-2.5, 7)
        Assert.Equal(0.0562902801699481, ChiSquareDistribution.UpperTail(9.2, 4), Near); // pchisq(9.2, 4, lower.tail = FALSE)
        Assert.Equal(0.975, NormalDistribution.Cdf(1.95996398454005), Near); // pnorm
        Assert.Equal(0.025, NormalDistribution.UpperTail(1.95996398454005), Near);
        Assert.Equal(0.05, NormalDistribution.TwoSided(-1.95996398454005), Near);
    }

    // One degree of freedom: 1/2 + atan(t)/pi; two: 1/2 + t / (2 sqrt(2 + t^2)).
    [Theory]
    [InlineData(-40)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(0.001)]
    [InlineData(3)]
    public void T_has_closed_forms_for_one_and_two_degrees_of_freedom(double t)
    {
        Assert.Equal(0.5 + (Math.Atan(t) / Math.PI), StudentDistribution.Cdf(t, 1), Near);
        Assert.Equal(0.5 + (t / (2 * Math.Sqrt(2 + (t * t)))), StudentDistribution.Cdf(t, 2), Near);
    }

    // 40 digits by mpmath 1.3 betainc; the distribution of MathNet.Numerics is off by 9e-13 and 2e-10 here.
    [Theory]
    [InlineData(0.01, 1000, 0.5039883590339063556)]
    [InlineData(0.01, 100_000, 0.5039893463405884219)]
    public void Many_degrees_of_freedom_cost_no_digits(double t, double degreesOfFreedom, double expected) => Assert.Equal(expected, StudentDistribution.Cdf(t, degreesOfFreedom), Near);

    [Fact]
    public void Many_degrees_of_freedom_come_near_the_normal_distribution() => Assert.Equal(NormalDistribution.Cdf(1.2), StudentDistribution.Cdf(1.2, 1e9), 1e-9);

    // Two degrees of freedom: exp(-x/2).
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(9)]
    [InlineData(300)]
    public void Chi_square_has_a_closed_form_for_two_degrees_of_freedom(double x) => Assert.Equal(1, ChiSquareDistribution.UpperTail(x, 2) / Math.Exp(-x / 2), 1e-12);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.9599)]
    [InlineData(6)]
    public void Chi_square_with_one_degree_of_freedom_is_a_squared_normal(double z) => Assert.Equal(1, ChiSquareDistribution.UpperTail(z * z, 1) / NormalDistribution.TwoSided(z), 1e-12);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.5, 3)]
    [InlineData(98, 3)]
    [InlineData(40_000, 2_000)]
    public void The_beta_distribution_rises_from_0_to_1_and_mirrors(double a, double b)
    {
        var values = Enumerable.Range(0, 101).Select(i => RegularizedBeta.Of(i / 100.0, a, b)).ToList();
        Assert.Equal((0d, 1d), (values[0], values[100]));
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.All(Enumerable.Range(0, 101), i => Assert.Equal(1 - values[i], RegularizedBeta.Of((100 - i) / 100.0, b, a), 1e-11));
    }

    // I(x; a, 1) = x^a
    [Theory]
    [InlineData(0.95, 59)]
    [InlineData(0.3, 0.5)]
    [InlineData(0.999, 2995)]
    public void The_beta_distribution_has_a_closed_form_for_a_shape_of_1(double x, double a) => Assert.Equal(Math.Pow(x, a), RegularizedBeta.Of(x, a, 1), 1e-13);

    [Fact]
    public void A_t_quantile_reaches_far_tails() => Assert.Equal(1, Quantile.StudentT(1e-12, 1) / Math.Tan(Math.PI * (1e-12 - 0.5)), 1e-3);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Cdf(value, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.UpperTail(value, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegularizedBeta.Of(value, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Cdf(double.NaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Degrees_of_freedom_are_positive(double degreesOfFreedom)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Cdf(1, degreesOfFreedom));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.UpperTail(1, degreesOfFreedom));
    }
}
