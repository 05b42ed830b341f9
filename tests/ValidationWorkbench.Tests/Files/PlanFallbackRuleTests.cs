using ValidationWorkbench.Files;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanFallbackRuleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("- provider: simulated", "provider: an endpoint that is asked over the network is needed.")]
    [InlineData("- endpoint: nowhere", "endpoint: an http or https address without query is needed")]
    [InlineData("- endpoint: http://example.org/v1", "endpoint: plain http to another machine lets others read prompts and key")]
    [InlineData("- timeoutSeconds: 5", "fallbacks[0]: names an endpoint that is asked already; another address or key is needed.")]
    [InlineData("- { provider: ollama, endpoint: \"http://127.0.0.1:9\", connection: { pathStyle: ollama-native } }", "fallbacks[0]: speaks another protocol")]
    [InlineData("- { endpoint: \"https://a.example/v1\", keyVariable: sk-1 }", "keyVariable: the name of an environment variable in capitals is needed")]
    public void A_place_that_cannot_stand_in_is_refused_with_its_line(string entry, string expected)
    {
        var fault = Assert.Single(Assert.Throws<InputException>(() => Read($"      {entry}")).Faults);

        Assert.Contains(expected, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(27, fault.Line);
    }

    [Fact]
    public void A_profile_that_names_another_provider_leaves_the_endpoints_to_fall_back_on_behind()
    {
        var plan = Read("      - endpoint: https://a.example/v1", "profiles:\n  local: { models: { new: { provider: ollama } } }\nrequirements:\n").Plan;

        Assert.Single(plan.Models[1].Fallbacks!);
        Assert.Null(plan.Under("local").Models[1].Fallbacks);
    }

    private PlanFile Read(string entries, string requirements = "requirements:\n") => PlanFile.Read(BenchPlan.Write(
        folder, "http://127.0.0.1:1/v1", 1, plan => plan.Replace("model: m-new", $"model: m-new\n    fallbacks:\n{entries}", StringComparison.Ordinal)
            .Replace("requirements:\n", requirements, StringComparison.Ordinal)));
}
