using ValidationWorkbench.Statistics;
using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

public sealed class CosineSimilarityTests
{
    [Theory]
    [InlineData(new[] { 1.0, 0 }, new[] { 0, 3.0 }, 0)]
    [InlineData(new[] { 1.0, 1 }, new[] { 5.0, 0 }, 0.70710678118654752)]
    [InlineData(new[] { 1.0, 2, 2 }, new[] { 2.0, 4, 4 }, 1)]
    [InlineData(new[] { 1.0, 2, 2 }, new[] { -1.0, -2, -2 }, -1)]
    [InlineData(new[] { 3.0, 4 }, new[] { 4.0, 3 }, 0.96)]
    public void It_is_the_cosine_of_the_angle(double[] left, double[] right, double expected) => Assert.Equal(expected, CosineSimilarity.Of(left, right)!.Value, 1e-15);

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 })]
    [InlineData(new[] { 1.0, 1 }, new[] { 0.0, -0.0 })]
    [InlineData(new[] { 1.0, 1 }, new[] { 1.0 })]
    public void A_zero_vector_and_vectors_of_different_lengths_have_none(double[] left, double[] right) => Assert.Null(CosineSimilarity.Of(left, right));

    [Theory]
    [InlineData(1e308)]
    [InlineData(1e-308)]
    [InlineData(double.Epsilon)]
    public void Neither_very_large_nor_very_small_elements_leave_the_range_of_a_number(double scale) =>
        Assert.Equal(0.70710678118654752, CosineSimilarity.Of([scale, scale], [0, 1])!.Value, 1e-15);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_element_that_is_no_finite_number_is_refused(double element) => Assert.Throws<ArgumentException>(() => CosineSimilarity.Of([1, element], [1, 1]));

    [Fact]
    public void It_is_symmetric_within_its_bounds_and_blind_to_length()
    {
        var chance = new SplitMix64(11);
        double[] Vector() => [.. Enumerable.Range(0, 7).Select(_ => ((chance.Next() >> 11) * Math.ScaleB(2, -53)) - 0.5)];
        for (var i = 0; i < 500; i++)
        {
            var (left, right) = (Vector(), Vector());
            var cosine = CosineSimilarity.Of(left, right)!.Value;

            Assert.InRange(cosine, -1, 1);
            Assert.Equal(cosine, CosineSimilarity.Of(right, left));
            Assert.Equal(cosine, CosineSimilarity.Of([.. left.Select(element => element * 12.5)], right)!.Value, 1e-14);
            Assert.Equal(1, CosineSimilarity.Of(left, left)!.Value, 1e-14);
        }
    }
}
