using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanPluginRuleTests
{
    private static readonly string Valid = Faults.Change(SmallPlan.Text, "    provider: custom\n    endpoint: http://127.0.0.1:8000/v1\n", """
            provider: plugin
            plugin:
              assembly: plugins/company.dll
              sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1
              type: Company.ChatClient
              settings: { region: eu }
              dependencies: { plugins/sdk.dll: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2 }

        """).Replace("    connection: { lengthField: max_completion_tokens }\n", string.Empty, StringComparison.Ordinal);

    /// <summary>What stands in the valid plan, what is put in its place, and the fault that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "assembly: plugins/company.dll", "assembly: /plugins/company.dll", "plan.yaml:16:17: models[0].plugin.assembly: found \"/plugins/company.dll\"; a path relative to the plan, with forward slashes, is needed." },
        { "aaa1", "a1", "plan.yaml:17:15: models[0].plugin.sha256: found \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\"; a SHA-256 of 64 lower-case hex digits is needed; `sha256sum FILE` prints it." },
        { "type: Company.ChatClient", "type: \"\"", "plan.yaml:18:13: models[0].plugin.type: found \"\"; the full name of a type is needed, such as Company.Models.ChatClient." },
        { "region: eu", "apiKey: sk-1", "plan.yaml:19:17: models[0].plugin.settings: a key does not belong into a plan; name its environment variable with keyVariable, and the plugin gets it as the setting \"key\"." },
        { "plugins/sdk.dll", "../plugins\\sdk.dll", "plan.yaml:20:21: models[0].plugin.dependencies: a path relative to the plan, with forward slashes, is needed." },
        { "aaa2", "a2", "plan.yaml:20:21: models[0].plugin.dependencies: a SHA-256 of 64 lower-case hex digits is needed; `sha256sum FILE` prints it." },
        { "provider: plugin\n", "provider: plugin\n    endpoint: https://example.org\n", "plan.yaml:15:15: models[0].endpoint: a plugin has no endpoint; hand it what it needs under plugin: settings." },
        { "provider: plugin\n", "provider: plugin\n    connection: { stream: true }\n", "plan.yaml:15:17: models[0].connection: a plugin has no connection; hand it what it needs under plugin: settings." },
    };

    [Fact]
    public void A_plugin_is_valid() => Assert.Equal("plugins/company.dll", ValidationWorkbench.Files.PlanFile.Parse(Faults.Text("plan.yaml", Valid)).Plan.Models[0].Plugin!.Assembly);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_plugin_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal([expected], SmallPlan.FaultsOf(Faults.Change(Valid, from, to)));

    [Fact]
    public void A_plugin_without_its_section_and_a_section_without_its_provider_are_refused()
    {
        Assert.Equal(["plan.yaml:13:5: models[0].plugin: a plugin is needed: { assembly: PATH, sha256: HEX, type: NAME }."],
            SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, "provider: custom\n    endpoint: http://127.0.0.1:8000/v1\n", "provider: plugin\n")
                .Replace("    connection: { lengthField: max_completion_tokens }\n", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(["plan.yaml:16:7: models[0].plugin: only a model with provider plugin has a plugin."],
            SmallPlan.FaultsOf(Faults.Change(Valid, "provider: plugin", "provider: openai")));
    }
}
