using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class PanelSigmaTests
{
    [Fact]
    public void Only_the_noise_within_cases_moves_the_panel()
    {
        // one case of four varies: s^2 = 1/3; sqrt(1/3) / 4 for one repeat, and 1/sqrt(3) of it for the mean of three
        var sigma = PanelSigma.Of([[1, 1, 1], [1, 0, 1], [1, 1, 1], [0, 0, 0]]);

        Assert.Equal(Math.Sqrt(1.0 / 3) / 4, sigma.OfSingleRepeat!.Value, 1e-12);
        Assert.Equal(1.0 / 12, sigma.OfMean!.Value, 1e-12);
        Assert.True(sigma.OfMean < sigma.Binomial);
    }

    [Fact]
    public void A_panel_without_noise_is_degenerate_and_one_without_repeats_undefined()
    {
        Assert.Equal(new PanelSigma(0, 0, 0, EstimateStatus.Degenerate), PanelSigma.Of([[1, 1], [1, 1]]));
        Assert.Equal(new PanelSigma(null, null, Math.Sqrt(0.5 * 0.5 / 2), EstimateStatus.Undefined), PanelSigma.Of([[1], [0]]));
        Assert.Equal(new PanelSigma(null, null, null, EstimateStatus.Undefined), PanelSigma.Of([]));
        Assert.Null(PanelSigma.Of([[7, 9], [3, 4]]).Binomial);
    }
}
