using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class SampleMomentsTests
{
    [Fact]
    public void Moments_are_worked_by_hand()
    {
        var moments = SampleMoments.Of([1, 2, 3, 6])!.Value;

        Assert.Equal(new SampleMoments(4, 3, Math.Sqrt(14.0 / 3)), moments);
        Assert.Equal(Math.Sqrt(14.0 / 12), moments.StandardError, 1e-12);
    }

    [Fact]
    public void Status_tells_what_the_moments_are_worth()
    {
        Assert.Null(SampleMoments.Of([]));
        Assert.Equal(EstimateStatus.Undefined, SampleMoments.Of([0.4])!.Value.Status);
        Assert.Equal(EstimateStatus.Degenerate, SampleMoments.Of([0.1 + 0.2, 0.3, 0.3])!.Value.Status);
        Assert.Equal(EstimateStatus.Ok, SampleMoments.Of([0.3, 0.300001])!.Value.Status);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Values_are_finite(double value) => Assert.Throws<ArgumentException>(() => SampleMoments.Of([1, value]));
}
