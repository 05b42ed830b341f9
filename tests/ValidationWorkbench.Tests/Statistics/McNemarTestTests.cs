using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>McNemar's test against published values and R.</summary>
public sealed class McNemarTestTests
{
    // 1 and 7: Fagerland, Lydersen and Laake 2013 (.0703, .0391); digits and the others by R exact2x2 and mcnemar.test(correct = FALSE).
    [Theory]
    [InlineData(1, 7, 0.0703125, 0.0390625, 4.5, 0.0338948535246893)]
    [InlineData(0, 5, 0.0625, 0.03125, 5, 0.0253473186774683)]
    [InlineData(12, 5, 0.143463134765625, 0.0962524414062499, 2.88235294117647, 0.0895550744136431)]
    [InlineData(40, 20, 0.0134892937311919, 0.00985344819525932, 6.66666666666667, 0.00982327450751926)]
    [InlineData(10, 10, 1, 1, 0, 1)]
    public void P_values_are_the_published_ones(int gains, int losses, double exact, double midP, double statistic, double asymptotic)
    {
        var test = McNemarTest.Of(gains, losses);
        Assert.Equal(EstimateStatus.Ok, test.Status);
        Assert.Equal(exact, test.Exact, 1e-12);
        Assert.Equal(midP, test.MidP, 1e-12);
        Assert.Equal(statistic, test.ChiSquared!.Value, 1e-12);
        Assert.Equal(asymptotic, test.Asymptotic!.Value, 1e-12);
    }

    [Fact]
    public void Without_a_discordant_pair_nothing_speaks_against_equality_and_there_is_no_statistic() =>
        Assert.Equal(new McNemarTest(EstimateStatus.NoDiscordant, 1, 1, null, null), McNemarTest.Of(0, 0));

    [Fact]
    public void Swapped_models_change_nothing_and_the_mid_p_never_exceeds_the_exact_one()
    {
        for (var gains = 0; gains <= 25; gains++)
        {
            for (var losses = 1; losses <= 25; losses++)
            {
                var test = McNemarTest.Of(gains, losses);
                Assert.Equal(test, McNemarTest.Of(losses, gains));
                Assert.True(test.MidP > 0 && test.MidP <= test.Exact && test.Exact <= 1);
            }
        }
    }
}
