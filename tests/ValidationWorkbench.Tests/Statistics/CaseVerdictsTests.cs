using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class CaseVerdictsTests
{
    [Fact]
    public void Each_rule_counts_its_cases()
    {
        var verdicts = CaseVerdicts.Of([[true, true, true], [false, true, true], [true, false, false], [false, false, false]]);

        Assert.Equal(2, verdicts.Fractional, 1e-12);
        Assert.Equal(new CaseVerdicts(4, 1, 3, 2, 2, verdicts.Fractional, 6, 12), verdicts);
    }

    [Fact]
    public void Half_is_no_majority() => Assert.Equal(0, CaseVerdicts.Of([[true, false]]).Majority);

    [Fact]
    public void All_and_any_enclose_every_other_rule_and_their_bounds_enclose_the_accuracy()
    {
        var draws = new Draws(131);
        for (var i = 0; i < 50; i++)
        {
            bool[][] cases = [.. Enumerable.Range(0, 1 + draws.Index(30)).Select(_ => Enumerable.Range(0, 3).Select(_ => draws.Index(5) > 0).ToArray())];
            var verdicts = CaseVerdicts.Of(cases);
            var (lower, upper) = verdicts.Bracket(0.95);

            Assert.InRange(verdicts.Majority, verdicts.All, verdicts.Any);
            Assert.InRange(verdicts.First, verdicts.All, verdicts.Any);
            Assert.InRange(verdicts.Fractional, verdicts.All, verdicts.Any);
            Assert.InRange(verdicts.Fractional / verdicts.Cases, lower, upper);
        }
    }

    [Fact]
    public void Without_cases_the_bracket_says_nothing()
    {
        var verdicts = CaseVerdicts.Of([]);

        Assert.Equal(EstimateStatus.Undefined, verdicts.Status);
        Assert.Equal((0, 1), verdicts.Bracket(0.95));
    }

    [Fact]
    public void A_case_without_repeats_is_refused() => Assert.Throws<ArgumentException>(() => CaseVerdicts.Of([[true], []]));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 0)]
    public void Whole_numbers_have_the_bounds_of_whole_numbers(int successes, int n)
    {
        Assert.Equal(BinomialBound.Lower(successes, n, 0.95), FractionalBound.Lower(successes, n, 0.95), 1e-12);
        Assert.Equal(BinomialBound.Upper(successes, n, 0.95), FractionalBound.Upper(successes, n, 0.95), 1e-12);
    }

    [Fact]
    public void Fractional_bounds_rise_with_the_successes()
    {
        double[] lowers = [.. Enumerable.Range(0, 41).Select(i => FractionalBound.Lower(i / 4.0, 10, 0.95))];

        Assert.Equal(lowers.Order(), lowers);
        Assert.Equal(41, lowers.Distinct().Count());
    }
}
