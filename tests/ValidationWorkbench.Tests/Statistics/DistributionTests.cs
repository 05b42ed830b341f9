using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Tails and quantiles against the same functions in arithmetic of 40 digits.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(-1.96, 0.024997895148220436)]
    [InlineData(-5.5, 1.8989562465887719e-8)]
    [InlineData(-8, 6.2209605742717841e-16)]
    public void Normal_tails_keep_their_digits(double z, double expected)
    {
        Assert.Equal(1, NormalDistribution.Cdf(z) / expected, 1e-12);
        Assert.Equal(NormalDistribution.Cdf(z), NormalDistribution.UpperTail(-z));
    }

    [Theory]
    [InlineData(3.84, 1, 0.050043521248705103)]
    [InlineData(0.001, 3, 0.99999159208094195)]
    [InlineData(50, 1, 1.5374597944280349e-12)]
    [InlineData(1000, 900, 0.010994608942135848)]
    public void Chi_square_tails_keep_their_digits(double x, double degreesOfFreedom, double expected) =>
        Assert.Equal(1, ChiSquareDistribution.UpperTail(x, degreesOfFreedom) / expected, 1e-11);

    [Theory]
    [InlineData(0.95, 1, 3.8414588206941245)]
    [InlineData(0.95, 4, 9.4877290367811546)]
    [InlineData(0.01, 3, 0.11483180189911704)]
    [InlineData(0.95, 1000, 1074.679448803441)]
    public void Chi_square_quantiles_are_exact(double p, double degreesOfFreedom, double expected) =>
        Assert.Equal(1, ChiSquareDistribution.Quantile(p, degreesOfFreedom) / expected, 1e-11);

    [Theory]
    [InlineData(0.975, 5, 12, 3.8911339339023879)]
    [InlineData(0.025, 3, 8, 0.068776327460118807)]
    [InlineData(0.95, 1, 1, 161.44763879758821)]
    [InlineData(0.975, 2, 1, 799.5)]
    [InlineData(0.975, 1999, 4000, 1.0783712791489328)]
    public void F_quantiles_are_exact(double p, double numerator, double denominator, double expected) => Assert.Equal(1, FQuantile.Of(p, numerator, denominator) / expected, 1e-11);

    [Theory]
    [InlineData(-4.06212768338204, 9, 0.0014164450986921279)]
    [InlineData(2, 1, 0.85241638234956673)]
    [InlineData(-10, 200, 1.1887415722103796e-19)]
    public void Student_tails_keep_their_digits(double t, double degreesOfFreedom, double expected) => Assert.Equal(1, StudentDistribution.Cdf(t, degreesOfFreedom) / expected, 1e-11);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_of_0_to_1_has_no_quantile(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Quantile(p, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => FQuantile.Of(p, 2, 2));
    }
}
