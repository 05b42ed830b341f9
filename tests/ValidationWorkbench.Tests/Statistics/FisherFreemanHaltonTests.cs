using System.Numerics;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class FisherFreemanHaltonTests
{
    [Fact]
    public void The_lady_tasting_tea_gets_her_p()
    {
        // Fisher 1935: (1 + 16 + 16 + 1) / 70
        Assert.Equal(34.0 / 70, FisherFreemanHalton.PValue([3, 1], [1, 3])!.Value, 1e-12);
    }

    [Fact]
    public void P_is_the_share_of_the_tables_that_are_at_most_as_probable()
    {
        var draws = new Draws(181);
        for (var i = 0; i < 60; i++)
        {
            var categories = 2 + draws.Index(3);
            int[] reference = [.. draws.Counts(categories, 7), 1], current = [.. draws.Counts(categories, 7), 1];
            Assert.Equal(BruteForce(reference, current), FisherFreemanHalton.PValue(reference, current)!.Value, 1e-10);
        }
    }

    [Fact]
    public void Rows_and_categories_may_be_swapped_and_empty_categories_do_not_count()
    {
        int[] reference = [5, 9, 1, 4], current = [1, 6, 8, 2];
        var p = FisherFreemanHalton.PValue(reference, current)!.Value;

        Assert.Equal(p, FisherFreemanHalton.PValue(current, reference)!.Value, 1e-12);
        Assert.Equal(p, FisherFreemanHalton.PValue([0, .. reference.Reverse()], [0, .. current.Reverse()])!.Value, 1e-12);
    }

    [Fact]
    public void With_many_cases_it_comes_near_the_chi_square_test() =>
        Assert.Equal(CategoryMix.Of([50, 80, 40, 20, 10], [42, 85, 30, 28, 15]).PChiSquare!.Value, FisherFreemanHalton.PValue([50, 80, 40, 20, 10], [42, 85, 30, 28, 15])!.Value, 0.01);

    [Fact]
    public void Equal_rows_are_the_most_probable_table() => Assert.Equal(1, FisherFreemanHalton.PValue([4, 4], [4, 4])!.Value, 1e-12);

    [Fact]
    public void A_single_possible_table_shows_nothing()
    {
        Assert.Null(FisherFreemanHalton.PValue([0, 0], [3, 4]));
        Assert.Null(FisherFreemanHalton.PValue([3, 0], [4, 0]));
        Assert.Null(FisherFreemanHalton.PValue([], []));
    }

    [Fact]
    public void A_table_that_is_too_large_is_refused() => Assert.Throws<ArgumentException>(() => FisherFreemanHalton.PValue([1000, 1], [1000, 0]));

    /// <summary>All tables with these margins, their probabilities as exact whole numbers.</summary>
    private static double BruteForce(int[] reference, int[] current)
    {
        int[] totals = [.. reference.Zip(current, (a, b) => a + b)];
        var tables = totals.Aggregate(
            new List<(int Sum, BigInteger Weight)> { (0, BigInteger.One) },
            (list, total) => [.. list.SelectMany(table => Enumerable.Range(0, total + 1).Select(cell => (table.Sum + cell, table.Weight * Choices(total, cell))))]);
        var observed = totals.Zip(reference).Aggregate(BigInteger.One, (product, pair) => product * Choices(pair.First, pair.Second));
        var possible = tables.Where(table => table.Sum == reference.Sum()).Select(table => table.Weight).ToList();
        return (double)possible.Where(weight => weight <= observed).Aggregate(BigInteger.Add) / (double)possible.Aggregate(BigInteger.Add);
    }

    private static BigInteger Choices(int n, int k) => k == 0 ? BigInteger.One : Choices(n - 1, k - 1) * n / k;
}
