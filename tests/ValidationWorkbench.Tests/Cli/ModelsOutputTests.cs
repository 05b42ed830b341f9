using System.Text.Json;
using ValidationWorkbench.Models.Probing;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What a user sees of models and their endpoints; loopback servers stand in for all endpoints.</summary>
public sealed class ModelsOutputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_known_of_providers_and_models_is_listed_as_approved()
    {
        var (exitCode, output, error) = await RunAsync("models", "list");

        Assert.Equal((0, string.Empty), (exitCode, error));
        GoldenFile.Check("models-list.txt", output);
    }

    [Fact]
    public async Task The_models_of_a_plan_are_shown_as_they_would_be_asked_and_keys_only_by_their_variable()
    {
        await using var server = new LoopbackServer(new ProbedEndpoint().Answer);
        var (_, output, _) = await RunAsync("models", "list", "--plan", Plan(server.Address), "--provider", "custom");
        var (_, json, _) = await RunAsync("models", "list", "--plan", folder.PathOf("plan.yaml"), "--provider", "custom", "--format", "json");

        Assert.Contains($"  asked    as m-new at {server.Address} (custom), key from BENCH_KEY\n", output, StringComparison.Ordinal);
        Assert.Contains("  price    3 / 4 EUR per million tokens in / out\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("groq", output, StringComparison.Ordinal);
        Assert.DoesNotContain(BenchPlan.Key, output + json, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(["max_tokens", "max_tokens"], document.RootElement.GetProperty("planModels").EnumerateArray().Select(model => model.GetProperty("settings").GetProperty("lengthField").GetString()));
    }

    [Fact]
    public async Task Endpoints_to_fall_back_on_are_listed_and_announced()
    {
        await using var server = new LoopbackServer(new ProbedEndpoint().Answer);
        var plan = BenchPlan.Write(folder, server.Address, 1, text => text.Replace(
            "model: m-new", "model: m-new\n    fallbacks: [{ endpoint: \"http://127.0.0.1:9/v1\" }]", StringComparison.Ordinal));
        var (_, listed, _) = await RunAsync("models", "list", "--plan", plan, "--provider", "custom");
        var (_, announced, _) = await RunAsync("--model", "new", "--plan", plan, "--records", folder.PathOf("r"), "--out", folder.PathOf("p"));

        Assert.Contains("  fallback as m-new at http://127.0.0.1:9/v1 (fallback 1)\n", listed, StringComparison.Ordinal);
        Assert.Matches(@"Fallback\s+new as m-new at http://127\.0\.0\.1:9/v1 \(fallback 1\), only while", announced);
    }

    [Fact]
    public async Task A_provider_that_nobody_knows_is_refused_with_those_there_are()
    {
        var (exitCode, _, error) = await RunAsync("models", "list", "--provider", "nobody");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("validate: --provider: found \"nobody\"; allowed: openai, azure-openai, ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[{"id":"m-new"},{"id":"m-old"}]}""", "  m-new\n  m-old\n")]
    [InlineData("""{"models":[{"name":"m-new"},{"name":"m-old"},{"name":"m-old"}]}""", "  m-new\n  m-old\n")]
    [InlineData("""{"models":[{"name":"no"}],"data":[{"id":"m-new"},{"id":"m-old"}]}""", "  m-new\n  m-old\n")]
    public async Task The_models_that_an_endpoint_serves_are_listed(string list, string expected)
    {
        await using var server = new LoopbackServer(new ProbedEndpoint { List = list }.Answer);
        var (exitCode, output, error) = await RunAsync("models", "list", "--plan", Plan(server.Address), "--discover", "new");

        Assert.Equal((0, $"{server.Address} serves 2 models\n{expected}", string.Empty), (exitCode, output, error));
        Assert.Equal($"Bearer {BenchPlan.Key}", Assert.Single(server.Calls).Headers["authorization"]);
    }

    [Theory]
    [InlineData("""{"object":"list"}""", "Protocol: the reply holds no list of models, neither data[].id nor models[].name")]
    [InlineData("""{"error":"no such path"}""", "Protocol: an error inside an HTTP 200 reply: no such path")]
    public async Task An_endpoint_without_a_list_is_said_to_have_none(string list, string expected)
    {
        await using var server = new LoopbackServer(new ProbedEndpoint { List = list }.Answer);
        var (exitCode, output, error) = await RunAsync("models", "list", "--plan", Plan(server.Address), "--discover", "new");

        Assert.Equal((5, string.Empty, $"validate: {server.Address}: gives no list of models for new: {expected}"), (exitCode, output, error.TrimEnd()));
    }

    [Fact]
    public async Task An_endpoint_that_honours_everything_is_usable_and_what_it_cost_is_said()
    {
        var (exitCode, findings, output) = await ProbeAsync(new ProbedEndpoint());

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["reachable", "list of models", "key", "short chat", "served model", "usage counted", "reasoning apart", "JSON schema", "length limit", "temperature", "seed", "streaming"],
            findings.Where(finding => finding.Value == "honoured").Select(finding => finding.Key));
        Assert.Equal(["fingerprint", "channel marks"], findings.Where(finding => finding.Value != "honoured").Select(finding => finding.Key));
        Assert.Contains("\"calls\": 7,", output, StringComparison.Ordinal);
        Assert.Matches(@"the first token came after \d\.\d{3} s", output);
        Assert.DoesNotContain(BenchPlan.Key, output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Habits => new()
    {
        { "schema", "JSON schema", "ignored" },
        { "limit", "length limit", "ignored" },
        { "seed", "seed", "ignored" },
        { "stream", "streaming", "ignored" },
        { "usage", "usage counted", "ignored" },
        { "marks", "channel marks", "ignored" },
        { "list", "list of models", "noted" },
        { "refuses seed", "seed", "refused" },
        { "refuses temperature", "temperature", "refused" },
        { "refuses temperature", "seed", "not tried" },
        { "refuses response_format", "JSON schema", "refused" },
        { "refuses stream", "streaming", "refused" },
    };

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task What_an_endpoint_ignores_or_refuses_is_told_from_what_it_honours(string habit, string subject, string expected)
    {
        var endpoint = habit switch
        {
            "schema" => new ProbedEndpoint { KeepsSchema = false },
            "limit" => new ProbedEndpoint { KeepsLimit = false },
            "seed" => new ProbedEndpoint { KeepsSeed = false },
            "stream" => new ProbedEndpoint { Streams = false },
            "usage" => new ProbedEndpoint { CountsTokens = false },
            "marks" => new ProbedEndpoint { Prefix = "<|channel|>analysis<|message|>Hm.<|end|><|channel|>final<|message|>" },
            "list" => new ProbedEndpoint { List = """{"data":[{"id":"m-old"}]}""" },
            _ => new ProbedEndpoint { Refuses = habit["refuses ".Length..] },
        };
        var (exitCode, findings, output) = await ProbeAsync(endpoint);

        Assert.True(findings[subject] == expected, output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Another_model_that_answers_makes_it_unusable()
    {
        var (exitCode, findings, output) = await ProbeAsync(new ProbedEndpoint { Model = "m-other" });

        Assert.Equal((5, "ignored"), (exitCode, findings["served model"]));
        Assert.Contains("asked for m-new, answered as m-other: a run would be INVALID", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_costs_one_call_and_the_rest_is_not_tried()
    {
        var (exitCode, findings, output) = await ProbeAsync(_ => LoopbackAnswer.Of(401, $$$"""{"error":{"message":"{{{BenchPlan.Key}}} is wrong"}}"""));

        Assert.Equal((5, "refused", "not tried", "not tried"), (exitCode, findings["key"], findings["JSON schema"], findings["streaming"]));
        Assert.Contains("\"calls\": 1,", output, StringComparison.Ordinal);
        Assert.DoesNotContain(BenchPlan.Key, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_on_which_nobody_listens_is_asked_nothing()
    {
        var plan = Plan(await LoopbackServer.NobodyAsync());
        var (exitCode, output, _) = await RunAsync("models", "probe", "new", "--plan", plan, "--format", "json");

        Assert.Equal(5, exitCode);
        Assert.Contains("\"calls\": 0,", output, StringComparison.Ordinal);
        Assert.Contains("the endpoint cannot be reached", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_announces_what_it_costs_and_leaves_no_record()
    {
        await using var server = new LoopbackServer(new ProbedEndpoint().Answer);
        var (exitCode, output, error) = await RunAsync("models", "probe", "new", "--plan", Plan(server.Address));

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith($"Probing new as m-new at {server.Address}\nEstimate   7 calls, about ", output, StringComparison.Ordinal);
        Assert.Matches(@"│ JSON schema +│ honoured +│ asked for by schema, kept +│ +\d+\.\d{3} s │", output);
        Assert.Contains("\nUsed       7 calls, 120 tokens in and ", output, StringComparison.Ordinal);
        Assert.Equal(["cases", "plan.yaml", "prompts"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_simulated_model_has_nothing_to_probe()
    {
        var plan = BenchPlan.Write(folder, "http://127.0.0.1:9/v1", 1, text => text
            .Replace("provider: custom\n    endpoint: http://127.0.0.1:9/v1\n    model: m-old", "provider: simulated\n    model: m-old", StringComparison.Ordinal));
        var (exitCode, _, error) = await RunAsync("models", "probe", "old", "--plan", plan);

        Assert.Equal((2, "validate: old: is simulated: it has no endpoint to probe, and honours everything by design."), (exitCode, error.TrimEnd()));
    }

    [Theory]
    [InlineData("""{"city":"Paris","population":2100000}""", true)]
    [InlineData("""{"city":"Paris","population":2.5}""", false)]
    [InlineData("""{"city":"Paris","population":1,"country":"F"}""", false)]
    [InlineData("""{"city":null,"population":1}""", false)]
    [InlineData("Paris.", false)]
    public void An_answer_obeys_the_schema_or_does_not(string answer, bool expected) => Assert.Equal(expected, ProbeQuestions.Obeys(answer));

    private Task<(int ExitCode, Dictionary<string, string> Findings, string Output)> ProbeAsync(ProbedEndpoint endpoint) => ProbeAsync(endpoint.Answer);

    private async Task<(int ExitCode, Dictionary<string, string> Findings, string Output)> ProbeAsync(Func<LoopbackCall, LoopbackAnswer> answer)
    {
        await using var server = new LoopbackServer(answer);
        var (exitCode, output, _) = await RunAsync("models", "probe", "new", "--plan", Plan(server.Address), "--format", "json");
        using var document = JsonDocument.Parse(output);
        return (exitCode, document.RootElement.GetProperty("findings").EnumerateArray()
            .ToDictionary(finding => finding.GetProperty("subject").GetString()!, finding => finding.GetProperty("outcome").GetString()!), output);
    }

    private string Plan(string address) => BenchPlan.Write(folder, address, 1, null);

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        new CommandRun { NewId = Guid.NewGuid, ReadVariable = name => name == "BENCH_KEY" ? BenchPlan.Key : null, Clock = TimeProvider.System }.RunAsync(arguments);
}
