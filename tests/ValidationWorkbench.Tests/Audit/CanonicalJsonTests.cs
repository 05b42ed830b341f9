using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>The JSON that is hashed and kept as evidence.</summary>
public sealed class CanonicalJsonTests
{
    private static readonly RunConfiguration Configuration = new()
    {
        PlanId = "VP-1",
        PlanVersion = "1.0",
        Plan = new("plan.yaml", "p"),
        Prompts = [new("a.md", "q"), new("b.md", "r")],
        CaseSets = [new(new("c.yaml", "s"), [new("d/e.md", "t")], "u", false)],
        Templates = [new("f.md", "v")],
        Baseline = new() { Name = "old", Provider = ModelSpec.SimulatedProvider, Model = "m", Profile = new() { SystematicErrorRate = 0.1, FailureRate = 1e-7 } },
        Candidate = new()
        {
            Name = "new",
            Provider = ProviderPresets.Custom,
            Endpoint = "http://127.0.0.1/v1?a=1&b=<2>",
            Model = "größe",
            AcceptedModels = ["x"],
            KeyVariable = "KEY",
            TimeoutSeconds = 30,
            Parameters = new() { Temperature = 0, TopP = 0.95, MaxTokens = 10, Seed = long.MaxValue, ReasoningEffort = "low" },
            Price = new() { InputPerMillion = 0.15m, OutputPerMillion = 10m, Currency = "EUR" },
        },
        Repeats = 3,
        Seed = -7,
        Concurrency = 4,
        ReplayedFrom = "w",
        Deviations = ["repeats 1"],
    };

    [Fact]
    public void The_bytes_of_a_configuration_are_fixed()
    {
        const string expected =
            """{"planId":"VP-1","planVersion":"1.0","plan":{"name":"plan.yaml","sha256":"p"},"prompts":[{"name":"a.md","sha256":"q"},{"name":"b.md","sha256":"r"}],"caseSets":[{"file":{"name":"c.yaml","sha256":"s"},"documents":[{"name":"d/e.md","sha256":"t"}],"sha256":"u","pinned":false}],"templates":[{"name":"f.md","sha256":"v"}],"baseline":{"name":"old","provider":"simulated","endpoint":null,"model":"m","acceptedModels":[],"keyVariable":null,"timeoutSeconds":120,"parameters":{"temperature":null,"topP":null,"maxTokens":null,"seed":null,"reasoningEffort":null},"connection":null,"settings":null,"price":null,"profile":{"systematicErrorRate":0.1,"instabilityRate":0,"wordingNoise":0,"omissionRate":0,"malformedRate":0,"failureRate":1E-07}},"candidate":{"name":"new","provider":"custom","endpoint":"http://127.0.0.1/v1?a=1&b=<2>","model":"größe","acceptedModels":["x"],"keyVariable":"KEY","timeoutSeconds":30,"parameters":{"temperature":0,"topP":0.95,"maxTokens":10,"seed":9223372036854775807,"reasoningEffort":"low"},"connection":null,"settings":null,"price":{"inputPerMillion":0.15,"outputPerMillion":10,"currency":"EUR"},"profile":null},"repeats":3,"seed":-7,"concurrency":4,"replayedFrom":"w","deviations":["repeats 1"]}""";
        Assert.Equal(expected, CanonicalJson.WriteText(Configuration));
        Assert.Equal(Encoding.UTF8.GetBytes(expected), CanonicalJson.Write(Configuration));
    }

    [Fact]
    public void A_configuration_read_back_is_written_as_the_same_bytes()
    {
        var read = CanonicalJson.Read<RunConfiguration>(CanonicalJson.Write(Configuration));
        Assert.Equal(CanonicalJson.Write(Configuration), CanonicalJson.Write(read));
        Assert.Equal((Configuration.Candidate.Price, Configuration.Candidate.Parameters, "new"), (read.Candidate.Price, read.Candidate.Parameters, read.ModelOf(ModelRole.Candidate).Name));
        Assert.Equal("old (simulated)", read.ModelOf(ModelRole.Baseline).DisplayName);
    }

    [Fact]
    public void Words_of_code_are_written_in_kebab_case()
    {
        Assert.Equal("\"ai-drafted\"", CanonicalJson.WriteText(CaseOrigin.AiDrafted));
        Assert.Equal("\"custom\"", CanonicalJson.WriteText(ProviderPresets.Custom));
        Assert.Equal("\"under-categorization\"", CanonicalJson.WriteText(CriterionKind.UnderCategorization));
        Assert.Equal(CaseTask.OqGeneration, CanonicalJson.Read<CaseTask>("\"oq-generation\""u8));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(1, "1")]
    [InlineData(5e-324, "5E-324")]
    public void Numbers_have_their_shortest_form_that_reads_back_the_same(double value, string text)
    {
        Assert.Equal(text, CanonicalJson.WriteText(value));
        Assert.Equal(value, CanonicalJson.Read<double>(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_number_is_refused(double value) => Assert.ThrowsAny<Exception>(() => CanonicalJson.Write(value));

    [Fact]
    public void What_follows_from_other_members_is_left_out() => Assert.Equal("""{"promptTokens":1,"completionTokens":2}""", CanonicalJson.WriteText(new TokenUsage(1, 2)));

    [Fact]
    public void Anonymous_values_are_written_whole() => Assert.Equal("""{"runId":"R-1","n":2}""", CanonicalJson.WriteText(new { RunId = "R-1", N = 2 }));

    [Fact]
    public void Text_reads_back_whatever_it_holds()
    {
        const string text = "quote \" backslash \\ \r\n\t <&> ≤ é 漢字 😀 \u2028 \u0001";
        Assert.Equal(text, CanonicalJson.Read<string>(CanonicalJson.Write(text)));
        Assert.Equal("\"≤ é <&>\"", CanonicalJson.WriteText("≤ é <&>"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"name":7,"sha256":"s"}""")]
    public void Bytes_of_something_else_are_refused_with_the_name_of_the_type(string text)
    {
        var exception = Assert.Throws<FormatException>(() => CanonicalJson.Read<RunConfiguration>(Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith("No RunConfiguration: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_does_not_exist_is_refused() => Assert.Throws<FormatException>(() => CanonicalJson.Read<CaseTask>("\"oq\""u8));
}
