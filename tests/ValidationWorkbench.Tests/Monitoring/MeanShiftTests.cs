using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class MeanShiftTests
{
    private static readonly double[] Right = [1, 1, 1];
    private static readonly double[] Wrong = [0, 0, 0];
    private static readonly double[] Mixed = [1, 1, 0];

    [Fact]
    public void Only_the_noise_within_cases_counts()
    {
        // One mixed case of ten in each run: s^2 = 1/3, so sigma = sqrt(1/3 / 3) / 10 for one run and sqrt(2) times that for the difference.
        var shift = MeanShift.Of([.. Enumerable.Repeat(Right, 9), Mixed], [.. Enumerable.Repeat(Right, 8), Wrong, Mixed]);

        Assert.Equal(Math.Sqrt(2) / 30, shift.Sigma!.Value, 12);
        Assert.Equal(-0.1, shift.Shift, 12);
        Assert.Equal(-0.1 * 30 / Math.Sqrt(2), shift.Z!.Value, 12);
        Assert.False(shift.IsFallOf(3));
    }

    [Theory]
    [InlineData(1, false)] // a fall of 2.1 standard deviations
    [InlineData(2, true)] // 4.2
    public void A_fall_beyond_the_limit_is_told_from_noise(int lost, bool isFall) =>
        Assert.Equal(isFall, MeanShift.Of([.. Enumerable.Repeat(Right, 9), Mixed], [.. Enumerable.Repeat(Wrong, lost), .. Enumerable.Repeat(Right, 9 - lost), Mixed]).IsFallOf(3));

    [Fact]
    public void A_rise_is_no_fall() => Assert.False(MeanShift.Of([.. Enumerable.Repeat(Wrong, 9), Mixed], [.. Enumerable.Repeat(Right, 9), Mixed]).IsFallOf(3));

    [Fact]
    public void Without_noise_there_is_no_scale()
    {
        var shift = MeanShift.Of([Right, Right], [Right, Wrong]);
        Assert.Equal((0.0, null, false), (shift.Sigma!.Value, shift.Z, shift.IsFallOf(3)));
    }

    [Fact]
    public void With_one_repeat_there_is_no_noise_to_be_seen()
    {
        var shift = MeanShift.Of([[1.0], [1.0]], [[1.0], [0.0]]);
        Assert.Equal((-0.5, null, null), (shift.Shift, shift.Sigma, shift.Z));
    }
}
