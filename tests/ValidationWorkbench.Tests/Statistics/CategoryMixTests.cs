using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class CategoryMixTests
{
    [Fact]
    public void A_two_by_two_table_worked_by_hand()
    {
        // N (ad - bc)^2 / (product of the margins) = 100 x (30 x 30 - 20 x 20)^2 / 50^4
        var mix = CategoryMix.Of([30, 20], [20, 30]);

        Assert.Equal(4, mix.ChiSquare!.Value, 1e-12);
        Assert.Equal(1, mix.DegreesOfFreedom);
        Assert.Equal(0.2, mix.CramersV!.Value, 1e-12);
        Assert.Equal(2 * ((60 * Math.Log(1.2)) + (40 * Math.Log(0.8))), mix.G!.Value, 1e-12);
        Assert.Equal(25, mix.SmallestExpected);
    }

    [Fact]
    public void Groups_and_categories_may_be_swapped_and_empty_categories_do_not_count()
    {
        var draws = new Draws(141);
        for (var i = 0; i < 30; i++)
        {
            int[] reference = [.. draws.Counts(4, 20), 1], current = [.. draws.Counts(4, 20), 2];
            var mix = CategoryMix.Of(reference, current);
            var swapped = CategoryMix.Of([0, .. current.Reverse()], [0, .. reference.Reverse()]);

            Assert.Equal(mix.ChiSquare!.Value, swapped.ChiSquare!.Value, 1e-9);
            Assert.Equal(mix.G!.Value, swapped.G!.Value, 1e-9);
            Assert.Equal(mix.DegreesOfFreedom, swapped.DegreesOfFreedom);
            Assert.InRange(mix.PChiSquare!.Value, 0, 1);
            Assert.InRange(mix.CramersV!.Value, 0, 1);
        }
    }

    [Fact]
    public void Nothing_in_common_is_the_largest_effect() => Assert.Equal(1, CategoryMix.Of([7, 0], [0, 5]).CramersV!.Value, 1e-12);

    [Fact]
    public void One_category_or_an_empty_group_leave_the_test_undefined()
    {
        Assert.Equal(EstimateStatus.Undefined, CategoryMix.Of([5, 0], [7, 0]).Status);
        Assert.Equal(new CategoryMix(1, null, null, null, null, null, null), CategoryMix.Of([0, 0], [7, 1]));
        Assert.Equal(new CategoryMix(0, null, null, null, null, null, null), CategoryMix.Of([], []));
    }

    [Fact]
    public void Rows_have_the_same_categories_and_count()
    {
        Assert.Throws<ArgumentException>(() => CategoryMix.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => CategoryMix.Of([1, -2], [1, 1]));
    }
}
