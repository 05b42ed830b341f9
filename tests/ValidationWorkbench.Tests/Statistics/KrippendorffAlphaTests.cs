using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class KrippendorffAlphaTests
{
    [Fact]
    public void The_published_example_with_missing_ratings_gives_the_published_alpha() =>
        Assert.Equal(0.743421052631579, KrippendorffAlpha.Of(CategoryCounts.OfLabels(GwetAc1Tests.FourRaters))!.Value, 1e-12);

    [Fact]
    public void Two_ratings_per_case_worked_by_hand()
    {
        // aa, ab, bb: N = 6, agreeing pairs 2 + 0 + 2, n_a = n_b = 3; 1 - 5 x 2 / (36 - 18)
        Assert.Equal(1 - (10.0 / 18), KrippendorffAlpha.Of(CategoryCounts.OfLabels([["a", "a"], ["a", "b"], ["b", "b"]]))!.Value, 1e-12);
    }

    [Fact]
    public void Full_agreement_in_more_than_one_category_is_1() => Assert.Equal(1, KrippendorffAlpha.Of(CategoryCounts.OfLabels([["a", "a", "a"], ["b", "b", null], ["c", null, null]])));

    [Fact]
    public void One_category_or_no_pair_leave_it_undefined()
    {
        Assert.Null(KrippendorffAlpha.Of(CategoryCounts.OfLabels([["a", "a"], ["a", "a"], ["b", null]])));
        Assert.Null(KrippendorffAlpha.Of(CategoryCounts.OfLabels([["a"], ["b"]])));
        Assert.Null(KrippendorffAlpha.Of(CategoryCounts.OfLabels([])));
    }

    [Fact]
    public void Order_of_cases_repeats_and_names_does_not_matter_and_alpha_is_at_most_1()
    {
        var draws = new Draws(31);
        for (var i = 0; i < 30; i++)
        {
            string?[][] cases = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 4).Select(_ => draws.Index(5) is > 0 and var label ? $"{label}" : null).ToArray())];
            var alpha = KrippendorffAlpha.Of(CategoryCounts.OfLabels(cases))!.Value;
            var other = KrippendorffAlpha.Of(CategoryCounts.OfLabels(draws.Shuffled(cases.Select(row => draws.Shuffled(row.Select(label => label is null ? null : $"x{label}"))))))!.Value;

            Assert.Equal(alpha, other, 1e-12);
            Assert.InRange(alpha, -1, 1);
        }
    }
}
