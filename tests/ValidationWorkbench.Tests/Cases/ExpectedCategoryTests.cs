using ValidationWorkbench.Cases;
using Xunit;

namespace ValidationWorkbench.Tests.Cases;

/// <summary>Which overall categories are acceptable.</summary>
public sealed class ExpectedCategoryTests
{
    [Fact]
    public void One_category_is_the_only_acceptable_one() => Assert.Equal([3], new ExpectedCategory { Category = 3 }.Acceptable);

    [Fact]
    public void Several_defensible_categories_are_given_in_ascending_order() => Assert.Equal([3, 4, 5], new ExpectedCategory { AnyOf = [5, 3, 4] }.Acceptable);

    [Fact]
    public void A_hybrid_is_as_high_as_its_highest_part() =>
        Assert.Equal([5], new ExpectedCategory { Components = [new() { Name = "a", Category = 3 }, new() { Name = "b", Category = 5 }, new() { Name = "c", Category = 4 }] }.Acceptable);

    [Fact]
    public void Without_an_expectation_nothing_is_acceptable() => Assert.Empty(new ExpectedCategory().Acceptable);
}
