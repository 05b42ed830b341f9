using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class PlanEmbeddingsRuleTests
{
    private const string Section = "embeddings:\n  endpoint: https://example.org/v1\n  model: e-1\n  keyVariable: E_KEY\n  timeoutSeconds: 30\nrequirements:\n";
    private const string AddressNeeded =
        "plan.yaml:64:13: embeddings.endpoint: an https address without query is needed, such as https://example.org/v1, or an http address on this machine, such as http://127.0.0.1:8000/v1.";

    private static readonly string Text = Faults.Change(SmallPlan.Text, "requirements:\n", Section);

    /// <summary>What stands in the valid plan, what is put in its place, and the faults that must be found.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "https://example.org/v1", "http://example.org/v1", AddressNeeded },
        { "https://example.org/v1", "http://127.0.0.1.example.org/v1", AddressNeeded },
        { "https://example.org/v1", "http://10.0.0.1/v1", AddressNeeded },
        { "https://example.org/v1", "ftp://127.0.0.1/v1", AddressNeeded },
        { "https://example.org/v1", "example.org/v1", AddressNeeded },
        { "https://example.org/v1", "https://example.org/v1?key=1", AddressNeeded },
        { "https://example.org/v1", "https://user:secret@example.org/v1", AddressNeeded },
        { "  endpoint: https://example.org/v1\n", "", "plan.yaml:64:3: embeddings.endpoint: is missing; a text is needed." },
        { "model: e-1", "model: \"\"", "plan.yaml:65:10: embeddings.model: found \"\"; the model id sent to the endpoint is needed." },
        { "E_KEY", "sk-1234", "plan.yaml:66:16: embeddings.keyVariable: the name of an environment variable in capitals is needed, never the key itself." },
        { "timeoutSeconds: 30\nreq", "timeoutSeconds: 0\nreq", "plan.yaml:67:19: embeddings.timeoutSeconds: found 0; 1 to 3600 seconds are allowed." },
        { "timeoutSeconds: 30\nreq", "timeoutSeconds: 3601\nreq", "plan.yaml:67:19: embeddings.timeoutSeconds: found 3601; 1 to 3600 seconds are allowed." },
        { "model: e-1", "model: e-1\n  key: sk-1234", "plan.yaml:66:3: embeddings.key: unknown key; allowed here: endpoint, model, keyVariable, timeoutSeconds." },
        { Section, "embeddings: https://example.org/v1\nrequirements:\n", "plan.yaml:63:13: embeddings: found https://example.org/v1; a mapping with the keys endpoint, model, keyVariable, timeoutSeconds is needed." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_rule_is_reported_with_its_place_and_what_is_allowed(string from, string to, string expected) =>
        Assert.Equal([expected], SmallPlan.FaultsOf(Faults.Change(Text, from, to)));

    [Fact]
    public void A_plan_without_the_section_asks_for_none() => Assert.Null(PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan.Embeddings);

    [Theory]
    [InlineData("https://example.org/v1")]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("http://localhost:8000/v1")]
    [InlineData("http://[::1]:8000/v1")]
    public void The_address_may_be_protected_by_https_or_on_this_machine(string endpoint) => Assert.Equal(
        endpoint, PlanFile.Parse(Faults.Text("plan.yaml", Faults.Change(Text, "https://example.org/v1", endpoint))).Plan.Embeddings!.Endpoint);

    [Fact]
    public void Key_and_timeout_may_be_left_out()
    {
        var text = Faults.Change(Text, "  keyVariable: E_KEY\n  timeoutSeconds: 30\nreq", "req");
        var embeddings = PlanFile.Parse(Faults.Text("plan.yaml", text)).Plan.Embeddings!;

        Assert.Equal(("e-1", null, 120), (embeddings.Model, embeddings.KeyVariable, embeddings.TimeoutSeconds));
    }
}
