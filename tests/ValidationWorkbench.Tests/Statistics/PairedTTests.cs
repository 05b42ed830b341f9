using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class PairedTTests
{
    [Fact]
    public void Students_own_sleep_data_give_his_result()
    {
        // Student 1908; R t.test(sleep): t = 4.0621, p = 0.002833
        var test = PairedT.Of([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4], 0.95);

        Assert.Equal(4.06212768338204, test.T!.Value, 1e-10);
        Assert.Equal(0.00283289019738427, test.P!.Value, 1e-12);
        Assert.Equal(0.700114236723018, test.Lower!.Value, 1e-10);
    }

    [Fact]
    public void The_interval_excludes_0_exactly_where_p_is_small()
    {
        var draws = new Draws(61);
        for (var i = 0; i < 100; i++)
        {
            var test = PairedT.Of(draws.Numbers(3 + draws.Index(20), 0.2), 0.9);
            Assert.Equal(test.P < 0.1, test.Lower > 0 || test.Upper < 0);
        }
    }

    [Fact]
    public void Without_variance_there_is_a_mean_at_most()
    {
        Assert.Equal(EstimateStatus.Undefined, PairedT.Of([], 0.95).Status);
        Assert.Equal(EstimateStatus.Undefined, PairedT.Of([0.2], 0.95).Status);
        Assert.Equal(new PairedT(new SampleMoments(3, 0, 0), null, null, null, null), PairedT.Of([0, 0, 0], 0.95));
    }
}
