using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class GwetAc1Tests
{
    /// <summary>Four raters, some ratings missing: Krippendorff 2011 and the example data of R irrCAC.</summary>
    internal static readonly string?[][] FourRaters =
    [
        ["1", "1", null, "1"], ["2", "2", "3", "2"], ["3", "3", "3", "3"], ["3", "3", "3", "3"], ["2", "2", "2", "2"], ["1", "2", "3", "4"],
        ["4", "4", "4", "4"], ["1", "1", "2", "1"], ["2", "2", "2", "2"], [null, "5", "5", "5"], [null, null, "1", "1"], [null, null, "3", null],
    ];

    [Fact]
    public void One_dominant_category_does_not_push_it_down()
    {
        // R irrCAC::gwet.ac1.table; kappa of the same table is -0.02
        var ac1 = GwetAc1.Of(AgreementTable.Of([[118, 5], [2, 0]])!, 0.95);

        Assert.Equal(0.940776337608718, ac1.Value!.Value, 1e-12);
        Assert.Equal(0.0229645512479329, ac1.StandardError!.Value, 1e-12);
        Assert.Equal(0.895323057936931, ac1.Lower!.Value, 1e-9);
        Assert.Equal(0.986229617280504, ac1.Upper!.Value, 1e-9);
    }

    [Fact]
    public void Missing_ratings_are_allowed()
    {
        // R irrCAC, documentation: AC1 0.77544, standard error 0.14295, interval (0.461, 1)
        var ac1 = GwetAc1.Of(CategoryCounts.OfLabels(FourRaters), 0.95);

        Assert.Equal(0.77544, ac1.Value!.Value, 5e-6);
        Assert.Equal(0.14295, ac1.StandardError!.Value, 5e-6);
        Assert.Equal(0.461, ac1.Lower!.Value, 5e-4);
        Assert.Equal(1, ac1.Upper);
    }

    [Fact]
    public void Two_raters_have_the_same_value_by_table_and_by_list()
    {
        int[][] table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];
        var list = table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat(new[] { $"{i}", $"{j}" }, count))).ToArray();

        Assert.Equal(GwetAc1.Of(AgreementTable.Of(table)!, 0.95).Value!.Value, GwetAc1.Of(CategoryCounts.OfLabels(list), 0.95).Value!.Value, 1e-12);
    }

    [Fact]
    public void Order_of_cases_and_of_repeats_does_not_matter()
    {
        var draws = new Draws(21);
        string[][] cases = [.. Enumerable.Range(0, 15).Select(_ => Enumerable.Range(0, 3).Select(_ => $"{draws.Index(3)}").ToArray())];
        var ac1 = GwetAc1.Of(CategoryCounts.OfLabels(cases), 0.9);
        var shuffled = GwetAc1.Of(CategoryCounts.OfLabels(draws.Shuffled(cases.Select(row => draws.Shuffled(row)))), 0.9);

        Assert.Equal(ac1.Value!.Value, shuffled.Value!.Value, 1e-12);
        Assert.Equal(ac1.StandardError!.Value, shuffled.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Full_agreement_in_two_categories_is_1() =>
        Assert.Equal(new AgreementCoefficient(1, 0, 1, 1, EstimateStatus.Degenerate), GwetAc1.Of(CategoryCounts.OfLabels([["a", "a"], ["b", "b"], ["a", "a"]]), 0.95));

    [Fact]
    public void One_category_or_no_pair_leave_it_undefined()
    {
        Assert.Same(AgreementCoefficient.Undefined, GwetAc1.Of(CategoryCounts.OfLabels([["a", "a"], ["a", "a"]]), 0.95));
        Assert.Same(AgreementCoefficient.Undefined, GwetAc1.Of(CategoryCounts.OfLabels([["a", null], ["b", null]]), 0.95));
        Assert.Same(AgreementCoefficient.Undefined, GwetAc1.Of(CategoryCounts.OfLabels([]), 0.95));
        Assert.Same(AgreementCoefficient.Undefined, GwetAc1.Of(AgreementTable.Of([[4]])!, 0.95));
    }

    [Fact]
    public void A_single_case_has_no_interval()
    {
        var ac1 = GwetAc1.Of(AgreementTable.Of([[0, 1], [0, 0]])!, 0.95);

        Assert.Equal(EstimateStatus.Degenerate, ac1.Status);
        Assert.Null(ac1.StandardError);
    }
}
