using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class JensenShannonTests
{
    [Fact]
    public void It_is_symmetric_in_0_to_1_and_its_root_is_a_distance()
    {
        var draws = new Draws(161);
        for (var i = 0; i < 50; i++)
        {
            double[][] rows = [.. Enumerable.Range(0, 3).Select(_ => draws.Counts(4, 6).Select(count => (double)count).Append(1).ToArray())];
            double Distance(int a, int b) => Math.Sqrt(JensenShannon.Bits(rows[a], rows[b])!.Value);

            Assert.InRange(Distance(0, 1), 0, 1);
            Assert.Equal(Distance(0, 1), Distance(1, 0), 1e-12);
            Assert.True(Distance(0, 2) <= Distance(0, 1) + Distance(1, 2) + 1e-12);
        }
    }

    [Fact]
    public void Nothing_in_common_is_one_bit_and_no_difference_is_none()
    {
        Assert.Equal(1, JensenShannon.Bits([1, 0], [0, 1]));
        Assert.Equal(0, JensenShannon.Bits([0.1, 0.2, 0.7], [0.1, 0.2, 0.7]));
    }

    [Fact]
    public void Half_in_common_is_worked_by_hand()
    {
        // p = (1,0), q = (1/2,1/2), m = (3/4,1/4): 1/2 log2(4/3) + 1/4 log2(2/3) + 1/4 log2(2)
        Assert.Equal((Math.Log2(4.0 / 3) / 2) + (Math.Log2(2.0 / 3) / 4) + 0.25, JensenShannon.Bits([1, 0], [0.5, 0.5])!.Value, 1e-12);
    }

    [Fact]
    public void Counts_serve_as_well_as_shares() => Assert.Equal(JensenShannon.Bits([0.25, 0.75], [0.5, 0.5])!.Value, JensenShannon.Bits([1, 3], [7, 7])!.Value, 1e-12);

    [Fact]
    public void Nothing_at_all_has_no_divergence_and_negative_values_are_refused()
    {
        Assert.Null(JensenShannon.Bits([0, 0], [1, 0]));
        Assert.Throws<ArgumentException>(() => JensenShannon.Bits([2, -1], [1, 0]));
        Assert.Throws<ArgumentException>(() => JensenShannon.Bits([1], [1, 0]));
    }
}
