using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class KornGraubardTests
{
    [Fact]
    public void One_flaw_may_not_beat_perfection()
    {
        double[] perfect = [1, 1, 1];
        var flawless = KornGraubard.Of([.. Enumerable.Repeat(perfect, 60)], 0.9);
        var flawed = KornGraubard.Of([.. Enumerable.Repeat(perfect, 59), [1, 0, 1]], 0.9);

        Assert.Equal(0.9513, flawless.Lower!.Value, 5e-5);
        Assert.Equal(EstimateStatus.Degenerate, flawless.Status);
        Assert.Equal(0.973, flawed.Lower!.Value, 5e-4);
        Assert.Equal(flawless.Lower, flawed.CappedLower);
    }

    [Fact]
    public void Right_and_wrong_mirror_the_interval()
    {
        var draws = new Draws(121);
        double[][] cases = [.. Enumerable.Range(0, 25).Select(_ => Enumerable.Range(0, 3).Select(_ => draws.Index(4) > 0 ? 1.0 : 0).ToArray())];
        var interval = KornGraubard.Of(cases, 0.9);
        var mirrored = KornGraubard.Of([.. cases.Select(row => row.Select(score => 1 - score).ToArray())], 0.9);

        Assert.Equal(interval.Lower!.Value, 1 - mirrored.Upper!.Value, 1e-9);
        Assert.Equal(interval.Upper!.Value, 1 - mirrored.Lower!.Value, 1e-9);
        Assert.InRange(interval.Estimate!.Value, interval.Lower.Value, interval.Upper.Value);
    }

    [Fact]
    public void Cases_that_do_not_vary_have_a_bound_at_the_ends_only()
    {
        var failed = KornGraubard.Of([[0, 0], [0, 0]], 0.9);

        Assert.Equal(0, failed.Lower);
        Assert.Equal(1 - Math.Sqrt(0.05), failed.Upper!.Value, 1e-12);
        Assert.Equal(new KornGraubard(0.5, null, null, null, null, EstimateStatus.Degenerate), KornGraubard.Of([[1, 0], [0, 1]], 0.9));
        Assert.Equal(new KornGraubard(1, null, null, null, null, EstimateStatus.Undefined), KornGraubard.Of([[1, 1]], 0.9));
    }

    [Fact]
    public void Scores_are_shares() => Assert.Throws<ArgumentException>(() => KornGraubard.Of([[2], [3]], 0.9));
}
