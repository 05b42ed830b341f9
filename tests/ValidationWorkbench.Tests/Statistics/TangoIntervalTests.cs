using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Paired differences against published intervals and R.</summary>
public sealed class TangoIntervalTests
{
    // R: uniroot on the score statistic of Tango 1998, checked with PropCIs::scoreci.mp and contingencytables. 1/7 of 21: Fagerland et al. 2014
    // (.026 to .517, other sign); 1/0 of 44: Tango 1998, table (43,0,1,0).
    [Theory]
    [InlineData(1, 7, 21, -0.517232276421377, -0.0260030324808686)]
    [InlineData(1, 0, 44, -0.0593932311166258, 0.118077096982133)]
    [InlineData(20, 40, 160, -0.218064244166825, -0.0308645331330867)]
    [InlineData(2, 5, 120, -0.0798256286364233, 0.0230211965748425)]
    [InlineData(5, 2, 120, -0.0230211965748425, 0.0798256286364233)]
    [InlineData(6, 9, 300, -0.0387638789732339, 0.0170921783673857)]
    [InlineData(0, 0, 60, -0.0601718521420898, 0.0601718521420898)]
    [InlineData(0, 0, 73, -0.0499920079557311, 0.0499920079557311)]
    [InlineData(0, 0, 100, -0.0369934982069857, 0.0369934982069857)]
    [InlineData(0, 10, 10, -1, -0.444934400274222)]
    [InlineData(10, 0, 10, 0.444934400274222, 1)]
    public void Limits_are_those_of_r(int gains, int losses, int n, double lower, double upper)
    {
        var limits = TangoInterval.Of(gains, losses, n, 0.975);
        Assert.Equal(lower, limits.Lower, 1e-8);
        Assert.Equal(upper, limits.Upper, 1e-8);
    }

    // R: z of the score statistic at minus a margin of 5 points.
    [Theory]
    [InlineData(0, 0, 60, 1.77704663327728)]
    [InlineData(3, 3, 200, 2.79556220841888)]
    [InlineData(6, 9, 300, 2.56643306275304)]
    [InlineData(0, 4, 150, 1.31122013621437)]
    [InlineData(5, 2, 120, 2.70112219953778)]
    public void The_statistic_at_the_margin_is_that_of_r(int gains, int losses, int n, double z) => Assert.Equal(z, TangoInterval.Statistic(gains, losses, n, -0.05), 1e-10);

    // z^2 (1/M - 1), rounded up: smallest number of cases that all agree and show a margin M.
    [Theory]
    [InlineData(0.02, 189)]
    [InlineData(0.03, 125)]
    [InlineData(0.05, 73)]
    [InlineData(0.10, 35)]
    public void Cases_that_all_agree_show_a_margin_from_this_number_on(double margin, int n)
    {
        Assert.True(TangoInterval.Of(0, 0, n, 0.975).Lower > -margin);
        Assert.False(TangoInterval.Of(0, 0, n - 1, 0.975).Lower > -margin);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 0, 5)]
    [InlineData(0, 3, 5)]
    [InlineData(50, 49, 100)]
    [InlineData(1, 0, 100_000)]
    public void Limits_enclose_the_difference_and_lie_within_one(int gains, int losses, int n)
    {
        var (lower, upper) = TangoInterval.Of(gains, losses, n, 0.975);
        Assert.InRange((double)(gains - losses) / n, lower, upper);
        Assert.True(lower >= -1 && upper <= 1 && lower < upper);
    }

    [Theory]
    [InlineData(7, 2, 40)]
    [InlineData(4, 0, 30)]
    [InlineData(12, 12, 12 + 12)]
    public void Swapped_models_mirror_the_limits(int gains, int losses, int n)
    {
        var (lower, upper) = TangoInterval.Of(gains, losses, n, 0.95);
        var mirrored = TangoInterval.Of(losses, gains, n, 0.95);
        Assert.Equal(-upper, mirrored.Lower, 1e-12);
        Assert.Equal(-lower, mirrored.Upper, 1e-12);
    }

    [Fact]
    public void At_its_limits_the_statistic_is_plus_and_minus_z()
    {
        var (lower, upper) = TangoInterval.Of(2, 5, 120, 0.975);
        Assert.Equal(1.95996398454005, TangoInterval.Statistic(2, 5, 120, lower), 1e-9);
        Assert.Equal(-1.95996398454005, TangoInterval.Statistic(2, 5, 120, upper), 1e-9);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 10)]
    [InlineData(0, -1, 10)]
    [InlineData(6, 5, 10)]
    public void Impossible_counts_are_refused(int gains, int losses, int n) => Assert.Throws<ArgumentOutOfRangeException>(() => TangoInterval.Of(gains, losses, n, 0.975));
}
