using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Quantiles against R 4.2.2, to 1e-10.</summary>
public sealed class QuantileTests
{
    private const double Near = 1e-10;

    // R qnorm(p)
    [Theory]
    [InlineData(0.9, 1.2815515655446)]
    [InlineData(0.95, 1.64485362695147)]
    [InlineData(0.975, 1.95996398454005)]
    [InlineData(0.025, -1.95996398454005)]
    [InlineData(0.5, 0)]
    public void Normal_quantiles_are_those_of_r(double p, double expected) => Assert.Equal(expected, Quantile.Normal(p), Near);

    // R qbeta(p, a, b)
    [Theory]
    [InlineData(0.05, 98, 3, 0.938380799603959)]
    [InlineData(0.05, 59, 1, 0.950492390111773)]
    [InlineData(0.95, 96, 5, 0.980094436337828)]
    [InlineData(0.5, 1, 1, 0.5)]
    [InlineData(0.5, 7, 7, 0.5)]
    public void Beta_quantiles_are_those_of_r(double p, double a, double b, double expected) => Assert.Equal(expected, Quantile.Beta(p, a, b), Near);

    // R qt(p, df); for one degree of freedom tan(pi (p - 1/2)), for two (2p - 1) sqrt(2 / (4p(1 - p))).
    [Theory]
    [InlineData(0.95, 9, 1.83311293265624)]
    [InlineData(0.95, 99, 1.66039115601699)]
    [InlineData(0.05, 9, -1.83311293265624)]
    [InlineData(0.975, 1, 12.7062047361747)]
    [InlineData(0.95, 2, 2.91998558035373)]
    [InlineData(0.5, 5, 0)]
    public void T_quantiles_are_those_of_r(double p, double degreesOfFreedom, double expected) => Assert.Equal(expected, Quantile.StudentT(p, degreesOfFreedom), Near);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 1)]
    [InlineData(500, 2.5)]
    public void A_beta_quantile_mirrors_when_its_shapes_are_swapped(double a, double b) => Assert.Equal(1 - Quantile.Beta(0.95, b, a), Quantile.Beta(0.05, a, b), Near);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_of_0_to_1_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Normal(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(p, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.StudentT(p, 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Shapes_and_degrees_of_freedom_are_positive(double shape)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(0.5, shape, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(0.5, 1, shape));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.StudentT(0.5, shape));
    }
}
