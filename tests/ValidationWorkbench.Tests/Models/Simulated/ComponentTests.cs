using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Simulated;

public sealed class ComponentTests
{
    private const string Hybrid =
        "The solution has these parts.\n\n"
        + "- Release route: Stages and approval path are drawn by the key users in the vendor's flow designer.\n"
        + "- Trend sheet: A contractor programmed the evaluation in Python and keeps the source code in our repository.\n"
        + "- Data server: Linux machine with a relational database engine, patched and backed up by central IT\n  and restored once a year.\n";

    [Fact]
    public void Parts_are_named_verbatim_and_the_highest_sets_the_category()
    {
        Assert.Equal(
            [("Release route", 4), ("Trend sheet", 5), ("Data server", 1)],
            Parts(Hybrid, new SimulatedProfile()));
        Assert.Equal(5, SimulatedEndpoint.Category(Hybrid));
    }

    [Fact]
    public void An_error_misreads_the_part_that_sets_the_category()
    {
        var profile = new SimulatedProfile { SystematicErrorRate = 1 };
        Assert.Equal([("Release route", 4), ("Trend sheet", 4), ("Data server", 1)], Parts(Hybrid, profile));
        Assert.Equal(4, SimulatedEndpoint.Category(Hybrid, profile));
    }

    [Fact]
    public void Parts_that_all_look_alike_are_no_hybrid() => Assert.Empty(Parts(
        "- Release route: Stages and approval path are drawn by the key users in the vendor's flow designer.\n"
            + "- Entry forms: The forms are assembled by the process owners in the vendor's form editor.\n",
        new SimulatedProfile()));

    [Fact]
    public void A_longer_list_is_a_list_of_requirements_and_not_of_parts() => Assert.Empty(Parts(
        string.Concat(Enumerable.Range(1, 5).Select(number => $"- Item {number}: A contractor programmed the evaluation of item {number} in Python.\n")),
        new SimulatedProfile()));

    private static IEnumerable<(string Name, int Category)> Parts(string text, SimulatedProfile profile) =>
        SimulatedEndpoint.Json(SimulatedEndpoint.Categorization(text), profile).GetProperty("components").EnumerateArray()
            .Select(part => (part.GetProperty("name").GetString()!, part.GetProperty("category").GetInt32()));
}
