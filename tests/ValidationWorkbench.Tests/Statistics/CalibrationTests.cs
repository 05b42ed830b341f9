using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Measures of stated confidences.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void Four_answers_are_as_calculated_by_hand()
    {
        // 0.8 right, 0.8 wrong, 0.6 right, 1.0 right: squared errors 0.04, 0.64, 0.16, 0; three of four right.
        var calibration = Calibration.Of([0.8, 0.8, 0.6, 1], [true, false, true, true]);
        Assert.Equal(EstimateStatus.Ok, calibration.Status);
        Assert.Equal(0.21, calibration.Brier!.Value, 1e-12);
        Assert.Equal(0.1875, calibration.Uncertainty!.Value, 1e-12);
        Assert.Equal(1 - (0.21 / 0.1875), calibration.Skill!.Value, 1e-12);
        Assert.Equal(((2 * 0.09) + 0.16) / 4, calibration.Reliability!.Value, 1e-12);
        Assert.Equal(((2 * 0.0625) + 0.0625 + 0.0625) / 4, calibration.Resolution!.Value, 1e-12);
        Assert.Equal(((2 * 0.3) + 0.4) / 4, calibration.ExpectedError!.Value, 1e-12);
        Assert.Equal(0.4, calibration.GreatestError!.Value, 1e-12);
        Assert.Equal([6, 8, 9], calibration.Bins.Select(bin => bin.Index));

        // (0.2 - 0.8) (-0.6) + 0.4 (-0.2) + 0 = 0.28; variance 2 * 0.36 * 0.16 + 0.04 * 0.24 = 0.1248.
        Assert.Equal(0.28 / Math.Sqrt(0.1248), calibration.SpiegelhalterZ!.Value, 1e-12);
        Assert.Equal(NormalDistribution.TwoSided(0.28 / Math.Sqrt(0.1248)), calibration.SpiegelhalterP!.Value, 1e-12);
    }

    [Fact]
    public void Murphys_parts_add_up_to_the_brier_score_and_errors_lie_in_0_to_1()
    {
        var random = new SplitMix64(29);
        for (var i = 0; i < 300; i++)
        {
            var n = 1 + random.NextIndex(60);
            var confidences = Enumerable.Range(0, n).Select(_ => random.NextIndex(21) / 20.0).ToList();
            var right = Enumerable.Range(0, n).Select(_ => random.NextIndex(3) > 0).ToList();
            var calibration = Calibration.Of(confidences, right);
            Assert.Equal(calibration.Brier!.Value, (calibration.Reliability - calibration.Resolution + calibration.Uncertainty)!.Value, 1e-12);
            Assert.True(calibration.ExpectedError >= 0 && calibration.ExpectedError <= calibration.GreatestError && calibration.GreatestError <= 1);
            Assert.Equal(n, calibration.Bins.Sum(bin => bin.N));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 3)]
    [InlineData(0.7, 7)]
    [InlineData(0.9, 9)]
    [InlineData(0.899999, 8)]
    [InlineData(1, 9)]
    public void An_edge_belongs_to_the_bin_above_it_and_1_to_the_last(double confidence, int bin) => Assert.Equal(bin, Calibration.Of([confidence], [true]).Bins.Single().Index);

    [Fact]
    public void Certain_answers_that_are_all_right_are_degenerate()
    {
        var calibration = Calibration.Of([1, 1, 1], [true, true, true]);
        Assert.Equal((EstimateStatus.Degenerate, 0d, 0d), (calibration.Status, calibration.Brier, calibration.ExpectedError));
        Assert.Equal((null, null, null), (calibration.Skill, calibration.SpiegelhalterZ, calibration.SpiegelhalterP));
    }

    [Fact]
    public void Answers_that_are_all_right_have_no_skill_but_a_test()
    {
        var calibration = Calibration.Of([0.9, 0.8], [true, true]);
        Assert.Equal(EstimateStatus.Degenerate, calibration.Status);
        Assert.Null(calibration.Skill);
        Assert.NotNull(calibration.SpiegelhalterZ);
    }

    [Fact]
    public void Confidences_of_one_half_test_nothing() => Assert.Null(Calibration.Of([0.5, 0.5], [true, false]).SpiegelhalterZ);

    [Fact]
    public void Nothing_answered_is_undefined()
    {
        var calibration = Calibration.Of([], []);
        Assert.Equal((EstimateStatus.Undefined, (double?)null, 0), (calibration.Status, calibration.Brier, calibration.Bins.Count));
    }

    [Fact]
    public void Impossible_answers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([1.01], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([double.NaN], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([0.5], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([0.5], [true], 0));
    }
}
