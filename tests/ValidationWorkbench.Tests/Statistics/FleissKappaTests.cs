using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class FleissKappaTests
{
    [Fact]
    public void Two_ratings_per_case_worked_by_hand()
    {
        // P = 1, 0, 1: mean 2/3; shares 1/2 and 1/2: (2/3 - 1/2) / (1/2)
        var kappa = FleissKappa.Of(CategoryCounts.OfTable([[2, 0], [1, 1], [0, 2]]));

        Assert.Equal(1.0 / 3, kappa.Kappa!.Value, 1e-12);
        Assert.Equal(2.0 / 3, kappa.Observed!.Value, 1e-12);
        Assert.Equal(EstimateStatus.Ok, kappa.Status);
    }

    [Fact]
    public void Order_of_cases_and_of_categories_does_not_matter()
    {
        var draws = new Draws(41);
        int[][] rows = [.. Enumerable.Range(0, 12).Select(_ => draws.Index(6)).Select(a => new[] { a, 5 - a, 2 })];
        var kappa = FleissKappa.Of(CategoryCounts.OfTable(rows)).Kappa!.Value;

        Assert.Equal(kappa, FleissKappa.Of(CategoryCounts.OfTable(draws.Shuffled(rows.Select(row => row.Reverse().ToArray())))).Kappa!.Value, 1e-12);
    }

    [Fact]
    public void Full_agreement_is_1_in_two_categories_and_undefined_in_one()
    {
        Assert.Equal(1, FleissKappa.Of(CategoryCounts.OfTable([[3, 0], [0, 3]])).Kappa);
        Assert.Equal(new FleissKappa(null, 1, 1, EstimateStatus.Undefined), FleissKappa.Of(CategoryCounts.OfTable([[3, 0], [3, 0]])));
    }

    [Fact]
    public void Without_pairs_it_is_undefined()
    {
        Assert.Equal(EstimateStatus.Undefined, FleissKappa.Of(CategoryCounts.OfTable([])).Status);
        Assert.Equal(EstimateStatus.Undefined, FleissKappa.Of(CategoryCounts.OfTable([[1, 0], [0, 1]])).Status);
    }

    [Fact]
    public void Every_case_has_as_many_ratings() => Assert.Throws<ArgumentException>(() => FleissKappa.Of(CategoryCounts.OfTable([[2, 0], [2, 1]])));

    [Fact]
    public void Every_case_has_a_count_for_each_category()
    {
        Assert.Throws<ArgumentException>(() => CategoryCounts.OfTable([[2, 0], [2]]));
        Assert.Throws<ArgumentException>(() => CategoryCounts.OfTable([[2, -1]]));
    }
}
