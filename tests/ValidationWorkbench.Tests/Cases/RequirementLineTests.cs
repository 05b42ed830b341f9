using ValidationWorkbench.Cases;
using Xunit;

namespace ValidationWorkbench.Tests.Cases;

/// <summary>Requirements as they stand in documents.</summary>
public sealed class RequirementLineTests
{
    [Theory]
    [InlineData("URS-1: It shall lock.")]
    [InlineData("URS-1 : It shall lock.")]
    [InlineData("URS-1:It shall lock.")]
    [InlineData("   URS-1: It shall lock.   ")]
    [InlineData("\tURS-1:\tIt shall lock.")]
    [InlineData("- URS-1: It shall lock.")]
    [InlineData("* URS-1: It shall lock.")]
    [InlineData("+ URS-1: It shall lock.")]
    [InlineData("• URS-1: It shall lock.")]
    [InlineData("  -URS-1: It shall lock.")]
    [InlineData("**URS-1**: It shall lock.")]
    [InlineData("**URS-1:** It shall lock.")]
    [InlineData("- **URS-1**: It shall lock.")]
    [InlineData("__URS-1__: It shall lock.")]
    [InlineData("`URS-1`: It shall lock.")]
    [InlineData("* `URS-1` : It shall lock.")]
    public void Marks_and_emphasis_around_the_id_are_not_part_of_it(string line) =>
        Assert.Equal([new RequirementLine("URS-1", "It shall lock.")], RequirementLine.ReadAll(line));

    [Theory]
    [InlineData("URS-EMS-004")]
    [InlineData("UR_4.1")]
    [InlineData("URS.1.2.3")]
    [InlineData("FS-LIMS-A12")]
    [InlineData("r-0")]
    public void Ids_hold_a_separator_and_end_in_a_digit(string id) => Assert.Equal(id, Assert.Single(RequirementLine.ReadAll($"{id}: text")).Id);

    [Theory]
    [InlineData("Note: the system shall lock.")]
    [InlineData("URS1: no separator")]
    [InlineData("URS-A: no digit at the end")]
    [InlineData("URS-1a: no digit at the end")]
    [InlineData("URS--1: two separators")]
    [InlineData("-1: no letter")]
    [InlineData("1.2: no letter")]
    [InlineData("10:30 start of the shift")]
    [InlineData("As stated in URS-1: it shall lock.")]
    [InlineData("URS-1 It shall lock.")]
    [InlineData("URS-1:")]
    [InlineData("URS-1:   ")]
    [InlineData("URS-1")]
    [InlineData("https://example.org/URS-1: a link")]
    [InlineData("")]
    public void Other_lines_are_no_requirements(string line) => Assert.Empty(RequirementLine.ReadAll(line));

    [Fact]
    public void A_sentence_never_reaches_into_the_next_line() =>
        Assert.Equal([new RequirementLine("URS-2", "Second.")], RequirementLine.ReadAll("URS-1:\nplain text\nURS-2: Second."));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Order_is_kept_whatever_the_line_ends(string end) =>
        Assert.Equal([new("URS-2", "b"), new("URS-1", "a")], RequirementLine.ReadAll($"Title{end}URS-2: b{end}{end}prose{end}URS-1: a{end}"));

    [Fact]
    public void Of_equal_ids_the_first_counts() =>
        Assert.Equal([new("URS-1", "first"), new("urs-1", "another id")], RequirementLine.ReadAll("URS-1: first\nURS-1: second\nurs-1: another id"));

    [Fact]
    public void A_colon_within_the_sentence_stays() => Assert.Equal("Format: YYYY-MM-DD: ISO", Assert.Single(RequirementLine.ReadAll("URS-1: Format: YYYY-MM-DD: ISO")).Text);

    [Fact]
    public void A_long_line_that_nearly_is_an_id_is_given_up()
    {
        // A pattern that backtracks without bound would never come to an end here.
        Assert.Empty(RequirementLine.ReadAll($"{string.Concat(Enumerable.Repeat("a1-", 4000))}!"));
    }
}
