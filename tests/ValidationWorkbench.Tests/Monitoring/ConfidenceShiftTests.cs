using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class ConfidenceShiftTests
{
    [Theory]
    [InlineData(20, 0.12, true)]
    [InlineData(20, -0.12, true)]
    [InlineData(20, 0.08, false)]
    [InlineData(19, 0.12, false)] // too few cases to show anything
    public void A_move_is_shown_where_the_whole_interval_lies_beyond_the_margin(int n, double shift, bool isMoved)
    {
        // +-0.01 around the shift: the limits lie about 0.004 from it.
        var found = ConfidenceShift.Of([.. Enumerable.Range(0, n).Select(i => shift + (i % 2 == 0 ? 0.01 : -0.01))], 0.1);
        Assert.Equal((n, isMoved), (found.N, found.IsMoved));
    }

    [Fact]
    public void A_move_that_may_lie_within_the_margin_is_not_shown() =>
        Assert.False(ConfidenceShift.Of([.. Enumerable.Range(0, 20).Select(i => 0.12 + (i % 2 == 0 ? 0.1 : -0.1))], 0.1).IsMoved);

    [Fact]
    public void A_common_difference_speaks_for_itself_and_has_no_interval()
    {
        var found = ConfidenceShift.Of([.. Enumerable.Repeat(0.90 - 0.80, 20)], 0.1);
        Assert.Equal((true, null, null), (found.IsMoved, found.Lower, found.Upper));
    }

    [Fact]
    public void Nothing_stated_is_no_move() => Assert.Equal(new ConfidenceShift(0, null, null, null, false), ConfidenceShift.Of([], 0.1));
}
