using ValidationWorkbench.Assessment;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Figures for people: a bound is rounded away from the claim.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 repeats")]
    [InlineData(1, "1 repeat")]
    [InlineData(3, "3 repeats")]
    public void One_thing_has_no_plural(int number, string text) => Assert.Equal(text, Figures.Count(number, "repeat"));

    [Theory]
    [InlineData(0.94966066166958, "94.9 %")]
    [InlineData(0.950492390111773, "95.0 %")]
    [InlineData(0.9499999, "94.9 %")]
    [InlineData(0.95, "95.0 %")]
    [InlineData(0.29, "29.0 %")]
    [InlineData(0.1 + 0.2, "30.0 %")]
    [InlineData(1 - 0.9, "10.0 %")]
    [InlineData(0.07 * 3, "21.0 %")]
    [InlineData(0.0009, "0.0 %")]
    [InlineData(0, "0.0 %")]
    [InlineData(1, "100.0 %")]
    public void A_lower_bound_is_rounded_down(double share, string text) => Assert.Equal(text, Figures.LowerBound(share));

    [Theory]
    [InlineData(0.0161, "1.7 %")]
    [InlineData(0.0160, "1.6 %")]
    [InlineData(0.0500001, "5.1 %")]
    [InlineData(0.05, "5.0 %")]
    [InlineData(0.1 + 0.2, "30.0 %")]
    [InlineData(0.00001, "0.1 %")]
    [InlineData(0.9999, "100.0 %")]
    [InlineData(1, "100.0 %")]
    public void An_upper_bound_is_rounded_up(double share, string text) => Assert.Equal(text, Figures.UpperBound(share));

    [Fact]
    public void Every_whole_tenth_of_a_per_cent_is_written_as_itself() => Assert.All(Enumerable.Range(1, 1000), tenths =>
    {
        var share = tenths / 1000.0;
        Assert.Equal(Figures.Percent(share), Figures.LowerBound(share));
        Assert.Equal(Figures.Percent(share), Figures.UpperBound(share));
    });

    [Theory]
    [InlineData(0.9784, "97.8 %")]
    [InlineData(0.9786, "97.9 %")]
    [InlineData(0.0625, "6.3 %")]
    [InlineData(0, "0.0 %")]
    [InlineData(1, "100.0 %")]
    [InlineData(1.0004, "100.04 %")]
    public void An_observed_share_is_rounded_to_the_nearest(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(2999, 3000, "99.97 %")]
    [InlineData(1, 3000, "0.03 %")]
    [InlineData(99_999, 100_000, "99.999 %")]
    [InlineData(1, 100_000, "0.001 %")]
    [InlineData(1999, 2000, "99.95 %")]
    [InlineData(999, 1000, "99.9 %")]
    [InlineData(3000, 3000, "100.0 %")]
    [InlineData(0, 3000, "0.0 %")]
    public void None_and_all_are_said_only_of_none_and_all(int count, int n, string text) => Assert.Equal(text, Figures.Percent((double)count / n));

    [Theory]
    [InlineData(0.95, "95 %")]
    [InlineData(0.975, "97.5 %")]
    [InlineData(0.999, "99.9 %")]
    [InlineData(0.57, "57 %")]
    [InlineData(0.0005, "0.05 %")]
    [InlineData(1, "100 %")]
    public void A_setting_is_written_as_it_was_set(double share, string text) => Assert.Equal(text, Figures.Setting(share));

    [Theory]
    [InlineData(-0.025, "-2.5")]
    [InlineData(0.017, "+1.7")]
    [InlineData(0, "0.0")]
    [InlineData(-0.0001, "0.0")]
    [InlineData(1, "+100.0")]
    public void Points_have_a_sign(double difference, string text) => Assert.Equal(text, Figures.Points(difference));

    [Theory]
    [InlineData(-0.0387638789732339, "-3.88", "-3.87")]
    [InlineData(0.0170921783673857, "+1.70", "+1.71")]
    [InlineData(-0.0499920079557311, "-5.00", "-4.99")]
    [InlineData(-0.05, "-5.00", "-5.00")]
    [InlineData(0, "0.00", "0.00")]
    [InlineData(1, "+100.00", "+100.00")]
    public void Bounds_of_a_difference_are_rounded_outwards_to_two_decimals(double difference, string lower, string upper) =>
        Assert.Equal((lower, upper), (Figures.LowerPoints(difference), Figures.UpperPoints(difference)));

    [Theory]
    [InlineData(-0.01234, "-0.013", "-0.012")]
    [InlineData(0.01234, "+0.012", "+0.013")]
    [InlineData(0.1, "+0.100", "+0.100")]
    [InlineData(0.0001, "0.000", "+0.001")]
    [InlineData(0, "0.000", "0.000")]
    public void Bounds_of_a_difference_of_scores_are_rounded_outwards_to_three_decimals(double difference, string lower, string upper) =>
        Assert.Equal((lower, upper), (Figures.LowerDifference(difference), Figures.UpperDifference(difference)));

    [Theory]
    [InlineData(0.0703, "0.070")]
    [InlineData(0.0009, "< 0.001")]
    [InlineData(0.9996, "> 0.999")]
    [InlineData(1.0, "1.000")]
    [InlineData(null, "–")]
    public void No_probability_looks_like_nought_or_one_unless_it_is(double? p, string text) => Assert.Equal(text, Figures.Probability(p));

    [Theory]
    [InlineData(0.803645428645429, "0.8036")]
    [InlineData(1, "1.0000")]
    public void A_ratio_has_four_places(double value, string text) => Assert.Equal(text, Figures.Ratio(value));

    [Theory]
    [InlineData(0.98909, 0.99, "98.91 %")]
    [InlineData(0.9503, 0.95, "95.1 %")]
    [InlineData(0.95, 0.95, "95.0 %")]
    [InlineData(0.2, null, "20.0 %")]
    public void An_upper_bound_is_never_printed_as_the_limit_that_it_is_not(double share, double? limit, string text) => Assert.Equal(text, Figures.UpperBound(share, limit));

    [Theory]
    [InlineData(0.95031, 0.95, "95.03 %")]
    [InlineData(0.00504, 0.005, "0.504 %")]
    public void Nor_is_a_lower_bound(double share, double limit, string text) => Assert.Equal(text, Figures.LowerBound(share, limit));
}
