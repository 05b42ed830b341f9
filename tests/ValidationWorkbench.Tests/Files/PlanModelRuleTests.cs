using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanModelRuleTests
{
    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "name: old", "name: \"old model\"", "plan.yaml:13:11: models[0].name: found \"old model\"; 1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit." + "\n" + "plan.yaml:38:11: baseline: found \"old\"; one of the models is needed: old model, new." },
        { "model: m-old", "model: \"\"", "plan.yaml:16:12: models[0].model: found \"\"; the model id sent to the endpoint is needed." },
        { "timeoutSeconds: 30", "timeoutSeconds: 0", "plan.yaml:18:21: models[0].timeoutSeconds: found 0; 1 to 3600 seconds are allowed." },
        { "timeoutSeconds: 30", "timeoutSeconds: 3601", "plan.yaml:18:21: models[0].timeoutSeconds: found 3601; 1 to 3600 seconds are allowed." },
        { "temperature: 0.5", "temperature: 2.1", "plan.yaml:20:20: models[0].parameters.temperature: found 2.1; a number from 0 to 2 is needed, or no such line." },
        { "topP: 0.9", "topP: -0.1", "plan.yaml:21:13: models[0].parameters.topP: found -0.1; a number from 0 to 1 is needed, or no such line." },
        { "maxTokens: 100\n", "maxTokens: 0\n", "plan.yaml:22:18: models[0].parameters.maxTokens: found 0; a positive number of tokens is needed, or no such line." },
        { "max_completion_tokens", "max_length", "plan.yaml:23:32: models[0].connection.lengthField: found \"max_length\"; max_tokens, max_completion_tokens or num_predict is needed." },
        { "inputPerMillion: 0.15", "inputPerMillion: -1", "plan.yaml:25:24: models[0].price.inputPerMillion: found -1; a price of 0 or more is needed." },
        { "outputPerMillion: 0.6", "outputPerMillion: -0.6", "plan.yaml:26:25: models[0].price.outputPerMillion: found -0.6; a price of 0 or more is needed." },
        { "currency: USD", "currency: usd", "plan.yaml:27:17: models[0].price.currency: found \"usd\"; a currency code of three capitals is needed." },
        { "http://127.0.0.1:8000/v1", "ftp://127.0.0.1/v1", "plan.yaml:15:15: models[0].endpoint: an http or https address without query is needed, such as http://127.0.0.1:8000/v1." },
        { "http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1?key=1", "plan.yaml:15:15: models[0].endpoint: an http or https address without query is needed, such as http://127.0.0.1:8000/v1." },
        { "http://127.0.0.1:8000/v1", "v1", "plan.yaml:15:15: models[0].endpoint: an http or https address without query is needed, such as http://127.0.0.1:8000/v1." },
        { "    endpoint: http://127.0.0.1:8000/v1\n", "", "plan.yaml:13:5: models[0].endpoint: an http or https address without query is needed, such as http://127.0.0.1:8000/v1." },
        { "model: m-old", "model: m-old\n    profile: {}", "plan.yaml:17:14: models[0].profile: only a simulated model has a profile." },
        { "model: m-new", "model: m-new\n    endpoint: http://127.0.0.1/v1", "plan.yaml:31:15: models[1].endpoint: a simulated model has no endpoint." },
        { "model: m-new", "model: m-new\n    keyVariable: NEW_KEY", "plan.yaml:31:18: models[1].keyVariable: a simulated model needs no key." },
        { "model: m-new", "model: m-new\n    keyFile: /keys/one", "plan.yaml:31:14: models[1].keyFile: a simulated model needs no key." },
        { "keyVariable: OLD_KEY", "keyFile: sk-1234",
            "plan.yaml:17:14: models[0].keyFile: a full path, or one that begins with ~/, is needed, never the key itself." },
        { "keyVariable: OLD_KEY", "keyVariable: OLD_KEY\n    keyFile: ~/key",
            "plan.yaml:18:14: models[0].keyFile: the key is in a variable already; give keyVariable or keyFile." },
        { "systematicErrorRate: 0.11", "systematicErrorRate: 1.1", "plan.yaml:32:28: models[1].profile.systematicErrorRate: found 1.1; a share from 0 to 1 is needed." },
        { "instabilityRate: 0.12", "instabilityRate: -0.1", "plan.yaml:33:24: models[1].profile.instabilityRate: found -0.1; a share from 0 to 1 is needed." },
        { "wordingNoise: 0.13", "wordingNoise: 2", "plan.yaml:34:21: models[1].profile.wordingNoise: found 2; a share from 0 to 1 is needed." },
        { "omissionRate: 0.14", "omissionRate: 1.01", "plan.yaml:35:21: models[1].profile.omissionRate: found 1.01; a share from 0 to 1 is needed." },
        { "malformedRate: 0.15", "malformedRate: 100", "plan.yaml:36:22: models[1].profile.malformedRate: found 100; a share from 0 to 1 is needed." },
        { "failureRate: 0.16", "failureRate: -1", "plan.yaml:37:20: models[1].profile.failureRate: found -1; a share from 0 to 1 is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_of_a_model_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal(expected.Split('\n'), SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, from, to)));

    [Fact]
    public void A_key_in_place_of_the_name_of_its_variable_is_refused()
    {
        var fault = Assert.Single(SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, "keyVariable: OLD_KEY", "keyVariable: sk-1234")));

        Assert.StartsWith("plan.yaml:17:18: models[0].keyVariable: ", fault, StringComparison.Ordinal);
        Assert.EndsWith("the name of an environment variable in capitals is needed, never the key itself.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_with_a_password_is_refused()
    {
        var fault = Assert.Single(SmallPlan.FaultsOf(Faults.Change(SmallPlan.Text, "http://127.0.0.1:8000/v1", "http://user:secret@127.0.0.1:8000/v1")));

        Assert.StartsWith("plan.yaml:15:15: models[0].endpoint: ", fault, StringComparison.Ordinal);
        Assert.EndsWith("an http or https address without query is needed, such as http://127.0.0.1:8000/v1.", fault, StringComparison.Ordinal);
    }
}
