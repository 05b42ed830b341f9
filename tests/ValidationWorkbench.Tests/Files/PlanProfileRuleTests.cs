using ValidationWorkbench.Files;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanProfileRuleTests
{
    private const string Profiles = """

        profiles:
          development:
            models:
              old: { endpoint: "http://127.0.0.1:9000/v1", timeoutSeconds: 60 }
            execution: { concurrency: 2 }
            budgets: { maxTokens: 5000 }
          production-baseline:
            models:
              old: { provider: azure-openai, endpoint: "https://example.org", keyVariable: AZURE_KEY, connection: { apiVersion: "2025-01-01" } }
              new: { provider: openai, keyVariable: OPENAI_API_KEY }
        defaultProfile: development

        """;

    /// <summary>What stands in the valid profiles, what is put in its place, and the fault that must be found.</summary>
    public static TheoryData<string, string, int, string> Broken => new()
    {
        { "  development:", "  Development:", 3, "profiles.Development: a name of small letters, digits and hyphens is needed." },
        { "      old: { endpoint", "      Elder-1.5: { endpoint", 4, "profiles.development.models.Elder-1.5: is no model of the plan; allowed: old, new." },
        { "http://127.0.0.1:9000/v1", "v1", 4, "profiles.development.models.old.endpoint: an http or https address without query is needed, such as http://127.0.0.1:8000/v1." },
        { "timeoutSeconds: 60", "timeoutSeconds: 0", 4, "profiles.development.models.old.timeoutSeconds: found 0; 1 to 3600 seconds are allowed." },
        { "concurrency: 2", "concurrency: 0", 5, "profiles.development.execution.concurrency: found 0; " },
        { "maxTokens: 5000", "maxTokens: -1", 6, "profiles.development.budgets.maxTokens: found -1; a positive number of tokens is needed, or no such line." },
        { "keyVariable: AZURE_KEY", "keyVariable: sk-123", 9, "profiles.production-baseline.models.old.keyVariable: the name of an environment variable in capitals is needed, never the key itself." },
        { "provider: openai,", "provider: opanai,", 10, "profiles.production-baseline.models.new.provider: found \"opanai\"; one of openai, " },
        { "maxTokens: 5000", "maxToken: 5000", 6, "profiles.development.budgets.maxToken: unknown key; allowed here: maxTokens, maxCost, maxMinutes." },
        { "defaultProfile: development", "defaultProfile: parallel", 11, "defaultProfile: found \"parallel\"; one of the profiles is needed: development, production-baseline." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_profile_is_reported_with_its_place_and_what_is_allowed(string from, string to, int line, string expected)
    {
        var faults = SmallPlan.FaultsOf(SmallPlan.Text + Faults.Change(Profiles, from, to));

        Assert.Contains(faults, fault => fault.Contains($": {expected}", StringComparison.Ordinal) && fault.StartsWith($"plan.yaml:{Before + line}:", StringComparison.Ordinal));
        Assert.DoesNotContain("sk-123", string.Join('\n', faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_default_profile_holds_and_changes_only_what_it_names()
    {
        var plan = Parse(Profiles).Under(null).Plan;

        Assert.Equal(("http://127.0.0.1:9000/v1", 60, "OLD_KEY"), (plan.Models[0].Endpoint, plan.Models[0].TimeoutSeconds, plan.Models[0].KeyVariable));
        Assert.Equal((null, "/run/key"), KeysOf(Profiles.Replace("timeoutSeconds: 60", "keyFile: /run/key", StringComparison.Ordinal)));
        Assert.Equal("max_completion_tokens", ModelResolver.Resolve(plan.Models[0]).Settings!.LengthField);
        Assert.True(plan.Models[1].IsSimulated);
        Assert.Equal((2, 2, 5000L, 9.5m), (plan.Execution.Concurrency, plan.Execution.MaxAttempts, plan.Budgets.MaxTokens, plan.Budgets.MaxCost));
    }

    [Fact]
    public void Another_provider_takes_over_nothing_that_belonged_to_the_one_before()
    {
        var plan = Parse(Profiles).Under("production-baseline").Plan;
        var (old, candidate) = (ModelResolver.Resolve(plan.Models[0]), plan.Models[1]);

        Assert.Equal(("azure-openai", "https://example.org", "AZURE_KEY", 30), (old.Provider, old.Endpoint, old.KeyVariable, old.TimeoutSeconds));
        Assert.Equal((PathStyle.AzureDeployment, "2025-01-01"), (old.Settings!.PathStyle, old.Settings.ApiVersion));
        Assert.Equal((0.5, 100), (old.Parameters.Temperature, old.Parameters.MaxTokens));
        Assert.Equal(("openai", null), (candidate.Provider, candidate.Profile));
        Assert.Equal((4, 1000000L), (plan.Execution.Concurrency, plan.Budgets.MaxTokens));
    }

    [Fact]
    public void An_unknown_profile_is_refused_with_those_there_are() => Assert.Equal(
        "--profile: found \"parallel\"; one of the profiles is needed: development, production-baseline.", Faults.OnlyOf(() => Parse(Profiles).Under("parallel")));

    [Fact]
    public void A_plan_without_profiles_says_so() =>
        Assert.Equal("--profile: found \"parallel\"; the plan has no profiles.", Faults.OnlyOf(() => Parse(string.Empty).Under("parallel")));

    private static (string? Variable, string? File) KeysOf(string profiles) =>
        (Parse(profiles).Under(null).Plan.Models[0].KeyVariable, Parse(profiles).Under(null).Plan.Models[0].KeyFile);

    /// <summary>Lines of the plan before the profiles begin.</summary>
    private static int Before => SmallPlan.Text.Split('\n').Length;

    private static PlanFile Parse(string profiles) => PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text + profiles));
}
