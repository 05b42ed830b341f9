using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>The non-inferiority test and its power against R.</summary>
public sealed class TangoTestTests
{
    // R: score statistic of Tango 1998 at -0.05.
    [Theory]
    [InlineData(0, 0, 60, 1.77704663327728, 0.0377802837629707, false)]
    [InlineData(3, 3, 200, 2.79556220841888, 0.00259047648680329, true)]
    [InlineData(0, 4, 150, 1.31122013621437, 0.0948917006083635, false)]
    public void Statistic_and_p_value_are_those_of_r(int gains, int losses, int n, double z, double p, bool nonInferior)
    {
        var test = TangoTest.Of(gains, losses, n, 0.05);
        Assert.Equal(z, test.Z!.Value, 1e-12);
        Assert.Equal(p, test.P!.Value, 1e-12);
        Assert.Equal(nonInferior, test.IsNonInferior(0.025));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    [InlineData(0.1)]
    public void The_test_decides_as_the_interval_does(double margin)
    {
        foreach (var n in new[] { 1, 2, 30, 73, 74, 120 })
        {
            for (var losses = 0; losses <= n; losses += 1 + (losses / 4))
            {
                for (var gains = 0; gains <= n - losses; gains += 1 + (gains / 4))
                {
                    Assert.Equal(TangoInterval.Of(gains, losses, n, 0.975).Lower > -margin, TangoTest.Of(gains, losses, n, margin).IsNonInferior(0.025));
                }
            }
        }
    }

    [Fact]
    public void Every_gain_helps_and_every_loss_harms()
    {
        double Z(int gains, int losses) => TangoTest.Of(gains, losses, 40, 0.05).Z!.Value;
        for (var gains = 0; gains < 20; gains++)
        {
            for (var losses = 0; losses < 19; losses++)
            {
                Assert.True(Z(gains + 1, losses) > Z(gains, losses) && Z(gains, losses + 1) < Z(gains, losses));
            }
        }
    }

    [Fact]
    public void Without_a_pair_nothing_is_tested()
    {
        var test = TangoTest.Of(0, 0, 0, 0.05);
        Assert.Equal(new TangoTest(EstimateStatus.Undefined, null, null), test);
        Assert.False(test.IsNonInferior(0.025));
    }

    [Fact]
    public void No_margin_and_no_difference_is_a_tie() => Assert.Equal((0d, 0.5), (TangoTest.Of(0, 0, 50, 0).Z, TangoTest.Of(0, 0, 50, 0).P));

    [Fact]
    public void The_statistic_is_finite_up_to_the_ends_of_the_scale()
    {
        foreach (var difference in new[] { -Math.BitDecrement(1), -0.5, 0, 0.5, Math.BitDecrement(1) })
        {
            foreach (var (gains, losses) in new[] { (0, 0), (10, 0), (0, 10), (5, 5) })
            {
                Assert.True(double.IsFinite(TangoInterval.Statistic(gains, losses, 10, difference)), $"{gains} {losses} {difference}");
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => TangoInterval.Statistic(1, 1, 10, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TangoTest.Of(1, 1, 10, 1));
    }

    [Theory]
    [InlineData(0.02, 189)]
    [InlineData(0.03, 125)]
    [InlineData(0.05, 73)]
    [InlineData(0.1, 35)]
    [InlineData(0.9, 1)]
    public void Pairs_that_all_agree_show_a_margin_from_this_number_on(double margin, int n)
    {
        Assert.Equal(n, TangoPower.SmallestConcordant(margin, 0.025));
        Assert.True(TangoTest.Of(0, 0, n, margin).IsNonInferior(0.025));
        Assert.False(TangoTest.Of(0, 0, n - 1, margin).IsNonInferior(0.025));
    }

    [Fact]
    public void A_margin_of_nothing_is_never_shown_and_one_of_everything_at_once()
    {
        Assert.Null(TangoPower.SmallestConcordant(0, 0.025));
        Assert.Equal(1, TangoPower.SmallestConcordant(1, 0.025));
        Assert.Throws<ArgumentOutOfRangeException>(() => TangoPower.SmallestConcordant(1.1, 0.025));
    }

    // R: exact trinomial enumeration.
    [Theory]
    [InlineData(100, 0.02, 0.614964219662086)]
    [InlineData(200, 0.04, 0.852380479076794)]
    [InlineData(300, 0.04, 0.965310895635515)]
    [InlineData(300, 0.08, 0.823585153822748)]
    public void Power_is_that_of_r(int n, double discordant, double expected) => Assert.Equal(expected, new TangoPower(n, 0.05, 0.025).Of(discordant, 0), 1e-10);

    [Fact]
    public void Power_rises_with_the_true_difference_and_is_certain_where_nothing_differs()
    {
        var power = new TangoPower(80, 0.05, 0.025);
        var rising = Enumerable.Range(-10, 21).Select(i => power.Of(0.1, i / 100.0)).ToList();
        Assert.All(rising.Zip(rising.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(rising, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, power.Of(0, 0), 1e-12);
        Assert.Equal(0, new TangoPower(72, 0.05, 0.025).Of(0, 0));
        Assert.Equal(0, new TangoPower(0, 0.05, 0.025).Of(0.1, 0));
    }

    [Theory]
    [InlineData(0.02, 0.05)]
    [InlineData(0.02, -0.05)]
    [InlineData(1.1, 0)]
    [InlineData(double.NaN, 0)]
    public void Impossible_true_rates_are_refused(double discordant, double difference) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TangoPower(10, 0.05, 0.025).Of(discordant, difference));
}
