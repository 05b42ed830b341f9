using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class FlipExcessTests
{
    [Theory]
    [InlineData(1, 0.1, false)] // all three right, then all three wrong: 2 C(3,3) / C(6,3)
    [InlineData(2, 0.01, false)]
    [InlineData(3, 0.001, true)]
    public void Whole_flips_add_up(int flips, double p, bool isExcess)
    {
        var found = FlipExcess.Of([.. Enumerable.Repeat((3, 0), flips), (3, 3), (0, 0)], 3);
        Assert.Equal((flips, isExcess), (found.Observed, found.IsExcessAt(0.001)));
        Assert.Equal(p, found.P, 12);
        Assert.Equal(0.1 * flips, found.Expected, 12);
    }

    [Fact]
    public void One_repeat_more_or_less_is_scatter_and_nothing_else()
    {
        var found = FlipExcess.Of([.. Enumerable.Repeat((3, 2), 50)], 3);
        Assert.Equal((50, 50.0, 1.0, false), (found.Observed, found.Expected, found.P, found.IsExcessAt(0.001)));
    }

    [Fact]
    public void A_single_repeat_says_nothing_about_scatter() => Assert.False(FlipExcess.Of([.. Enumerable.Repeat((1, 0), 100)], 1).IsExcessAt(0.001));

    [Fact]
    public void Gains_count_like_losses() => Assert.Equal(FlipExcess.Of([(3, 0), (3, 1), (2, 2)], 3), FlipExcess.Of([(0, 3), (1, 3), (2, 2)], 3));

    [Fact]
    public void Nothing_to_look_at_is_no_excess() => Assert.Equal(new FlipExcess(0, 0, 1), FlipExcess.Of([], 3));

    [Fact]
    public void The_probability_is_that_of_dealing_the_answers_anew()
    {
        var random = new SplitMix64(42);
        for (var round = 0; round < 20; round++)
        {
            const int repeats = 2;
            var cases = Enumerable.Range(0, 4).Select(_ => (First: random.NextIndex(repeats + 1), Second: random.NextIndex(repeats + 1))).ToList();
            Assert.Equal(ByEnumeration(cases, repeats), FlipExcess.Of(cases, repeats).P, 12);
        }
    }

    /// <summary>All ways to choose for each case which answers fall into the first run.</summary>
    private static double ByEnumeration(List<(int First, int Second)> cases, int repeats)
    {
        var observed = cases.Count(pair => pair.First == repeats != (pair.Second == repeats));
        var counts = new Dictionary<int, long> { [0] = 1 };
        foreach (var pair in cases)
        {
            var right = pair.First + pair.Second;
            var next = new Dictionary<int, long>();
            for (var chosen = 0; chosen < 1 << (2 * repeats); chosen++)
            {
                if (int.PopCount(chosen) == repeats)
                {
                    // The lowest places hold the right answers.
                    var first = int.PopCount(chosen & ((1 << right) - 1));
                    var flips = first == repeats != (right - first == repeats) ? 1 : 0;
                    foreach (var (count, ways) in counts)
                    {
                        next[count + flips] = next.GetValueOrDefault(count + flips) + ways;
                    }
                }
            }

            counts = next;
        }

        return (double)counts.Where(entry => entry.Key >= observed).Sum(entry => entry.Value) / counts.Values.Sum();
    }
}
