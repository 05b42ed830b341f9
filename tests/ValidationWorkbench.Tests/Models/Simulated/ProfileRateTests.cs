using System.Text.Json;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Simulated;

/// <summary>The rates of the profile are met within four standard deviations of the binomial distribution.</summary>
public sealed class ProfileRateTests
{
    private const int Prompts = 800;

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.30)]
    public void Systematic_errors_hit_their_share_of_prompts_in_all_repeats_alike(double rate)
    {
        var profile = new SimulatedProfile { SystematicErrorRate = rate };
        var hits = 0;
        foreach (var text in Texts())
        {
            var first = SimulatedEndpoint.Category(text, profile);
            Assert.Equal(first, SimulatedEndpoint.Category(text, profile, repeat: 2));
            hits += first == 4 ? 0 : 1;
        }

        AssertShare(rate, hits);
    }

    [Fact]
    public void Instability_hits_its_share_of_calls()
    {
        var profile = new SimulatedProfile { InstabilityRate = 0.1 };
        AssertShare(0.1, Enumerable.Range(1, Prompts).Count(repeat => SimulatedEndpoint.Category(SimulatedEndpoint.ConfiguredText, profile, repeat) != 4));
    }

    [Fact]
    public void Cut_off_replies_are_their_share_of_calls()
    {
        var profile = new SimulatedProfile { MalformedRate = 0.2 };
        AssertShare(0.2, Calls().Count(request => SimulatedEndpoint.Reply(request, profile).FinishReason == "length"));
    }

    [Fact]
    public void Failures_are_their_share_of_calls_and_differ_between_repeats()
    {
        var profile = new SimulatedProfile { FailureRate = 0.2 };
        var failed = Calls().Count(request => SimulatedEndpoint.Ask(request, profile).HttpStatus == 503);
        AssertShare(0.2, failed);
    }

    [Fact]
    public void Omitted_requirements_are_their_share_and_the_same_in_each_repeat()
    {
        var profile = new SimulatedProfile { OmissionRate = 0.15 };
        var requirements = Enumerable.Range(1, Prompts).Select(number => ($"UR-{number}", $"Screen {number} shall show the batch number.")).ToArray();
        var first = Covered(SimulatedEndpoint.Json(SimulatedEndpoint.Suite(requirements), profile));
        Assert.Equal(first, Covered(SimulatedEndpoint.Json(SimulatedEndpoint.Suite(requirements, repeat: 2), profile)));
        AssertShare(0.15, Prompts - first.Count);
    }

    [Fact]
    public void With_all_rates_zero_nothing_deviates()
    {
        Assert.All(Calls().Take(100), request => Assert.Equal("stop", SimulatedEndpoint.Reply(request).FinishReason));
        Assert.All(Texts().Take(100), text => Assert.Equal(4, SimulatedEndpoint.Category(text)));
    }

    private static IEnumerable<string> Texts() => Enumerable.Range(1, Prompts).Select(number => $"{SimulatedEndpoint.ConfiguredText} Inventory line {number}.");

    private static IEnumerable<ModelRequest> Calls() =>
        Enumerable.Range(1, Prompts).Select(repeat => SimulatedEndpoint.Categorization(SimulatedEndpoint.ConfiguredText, repeat));

    private static List<string> Covered(JsonElement suite) =>
    [
        .. suite.GetProperty("tests").EnumerateArray().SelectMany(test => test.GetProperty("requirementIds").EnumerateArray()).Select(id => id.GetString()!),
    ];

    private static void AssertShare(double rate, int hits)
    {
        var tolerance = 4 * Math.Sqrt(Prompts * rate * (1 - rate));
        Assert.InRange(hits, (Prompts * rate) - tolerance, (Prompts * rate) + tolerance);
    }
}
