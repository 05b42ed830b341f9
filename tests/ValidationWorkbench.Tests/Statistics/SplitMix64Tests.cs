using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>The random numbers against the published reference outputs of SplitMix64.</summary>
public sealed class SplitMix64Tests
{
    [Fact]
    public void The_first_outputs_for_seed_1234567_are_the_published_ones()
    {
        // Reference outputs of the public C code (Vigna, splitmix64.c) for seed 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        var random = new SplitMix64(1234567);
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Indices_are_the_high_half_of_the_product()
    {
        // floor(u * 12 / 2^64) with big integers, seed 20240601.
        int[] expected = [0, 7, 0, 9, 0, 1, 3, 3, 9, 3, 9, 1];
        var random = new SplitMix64(20240601);
        Assert.Equal(expected, expected.Select(_ => random.NextIndex(12)));
    }

    [Fact]
    public void Indices_reach_every_value_and_none_beyond()
    {
        var random = new SplitMix64(1);
        var seen = Enumerable.Range(0, 500).Select(_ => random.NextIndex(7)).Distinct().Order();
        Assert.Equal(Enumerable.Range(0, 7), seen);
    }

    [Fact]
    public void One_choice_is_always_the_first() => Assert.Equal(0, new SplitMix64(ulong.MaxValue).NextIndex(1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_choice_is_refused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => new SplitMix64(1).NextIndex(count));
}
