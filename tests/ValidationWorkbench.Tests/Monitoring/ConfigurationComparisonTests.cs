using ValidationWorkbench.Models;
using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class ConfigurationComparisonTests
{
    private static readonly MonitoredRun Reference = Make.Run("R-1", (3, "RRR"));

    public static TheoryData<string, bool> Changes => new()
    {
        { "candidate provider", true }, { "candidate endpoint", true }, { "candidate model id", true }, { "candidate temperature", true }, { "candidate top_p", true },
        { "candidate longest reply", true }, { "candidate sampling seed", true }, { "candidate reasoning effort", true }, { "candidate error profile", true },
        { "categorization prompt", true }, { "OQ-generation prompt", true }, { "categorization reply structure", true }, { "served model", true }, { "system fingerprint", true },
        { "requests for the shared cases", true },
        { "candidate name", false }, { "candidate accepted ids", false }, { "candidate time limit", false }, { "candidate key variable", false },
            { "candidate key file", false }, { "candidate price", false },
        { "plan", false }, { "case sets", false }, { "document templates", false }, { "repeats", false }, { "seed", false }, { "concurrency", false }, { "answered from", false },
        { "departures from the plan", false }, { "baseline model id", false }, { "tool", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_named_and_weighed(string field, bool isHard)
    {
        var difference = Assert.Single(ConfigurationComparison.Of(Reference, Changed(field)));
        Assert.Equal((field, isHard), (difference.Field, difference.IsHard));
        Assert.NotEqual(difference.First, difference.Second);
    }

    [Fact]
    public void Equal_runs_differ_in_nothing() => Assert.Empty(ConfigurationComparison.Of(Reference, Make.Run("R-2", (3, "RRR"))));

    [Fact]
    public void A_parameter_that_is_not_sent_is_not_zero()
    {
        var difference = Assert.Single(ConfigurationComparison.Of(Reference, Reference.WithCandidate(model => model with { Parameters = new() { Temperature = 0 } })));
        Assert.Equal(("provider default", "0"), (difference.First, difference.Second));
    }

    [Fact]
    public void A_backend_that_no_longer_answers_is_to_be_known_and_one_that_is_new_is_hard()
    {
        var both = Reference.WithCalls(call => call.Repeat == 1 ? call with { SystemFingerprint = "fp-2" } : call);
        Assert.False(Assert.Single(ConfigurationComparison.Of(both, Reference)).IsHard);
        var added = Assert.Single(ConfigurationComparison.Of(Reference, both));
        Assert.Equal(("fp-1", "fp-1, fp-2", true), (added.First, added.Second, added.IsHard));
    }

    [Fact]
    public void A_backend_that_is_no_longer_named_is_another_one()
    {
        var difference = Assert.Single(ConfigurationComparison.Of(Reference, Reference.WithCalls(call => call with { ServedModel = null })));
        Assert.Equal(("m-new", "(not stated)", true), (difference.First, difference.Second, difference.IsHard));
    }

    [Fact]
    public void Failed_calls_say_nothing_about_what_serves() => Assert.Empty(ConfigurationComparison.Of(Reference, Make.Run("R-2", (3, "RR-"))));

    [Fact]
    public void Hard_changes_come_first()
    {
        var changed = Reference.With(configuration => configuration with { Seed = 8 }).WithCalls(call => call with { SystemFingerprint = "fp-2" });
        Assert.Equal([true, false], ConfigurationComparison.Of(Reference, changed).Select(difference => difference.IsHard));
    }

    private static MonitoredRun Changed(string field) => field switch
    {
        "candidate provider" => Model(model => model with { Provider = ModelSpec.SimulatedProvider }),
        "candidate endpoint" => Model(model => model with { Endpoint = "http://127.0.0.2/v1" }),
        "candidate model id" => Model(model => model with { Model = "m-newer" }),
        "candidate temperature" => Parameters(new() { Temperature = 0.2 }),
        "candidate top_p" => Parameters(new() { TopP = 0.9 }),
        "candidate longest reply" => Parameters(new() { MaxTokens = 7 }),
        "candidate sampling seed" => Parameters(new() { Seed = 1 }),
        "candidate reasoning effort" => Parameters(new() { ReasoningEffort = "high" }),
        "candidate connection" => Model(model => model with { Connection = new() { Stream = true } }),
        "candidate error profile" => Model(model => model with { Profile = new() { FailureRate = 0.1 } }),
        "candidate name" => Model(model => model with { Name = "newer" }),
        "candidate accepted ids" => Model(model => model with { AcceptedModels = ["m-alias"] }),
        "candidate time limit" => Model(model => model with { TimeoutSeconds = 5 }),
        "candidate key variable" => Model(model => model with { KeyVariable = "KEY" }),
        "candidate key file" => Model(model => model with { KeyFile = "/keys/one" }),
        "candidate price" => Model(model => model with { Price = null }),
        "categorization prompt" => Reference.With(run => run with { Prompts = [new("a.md", Sha256Hex.Of("x")), run.Prompts[1]] }),
        "OQ-generation prompt" => Reference.With(run => run with { Prompts = [run.Prompts[0], new("b.md", Sha256Hex.Of("x"))] }),
        "categorization reply structure" => Reference with { ReplyStructures = Reference.ReplyStructures.ToDictionary(entry => entry.Key, _ => Sha256Hex.Of("x")) },
        "served model" => Reference.WithCalls(call => call with { ServedModel = "m-new-2026-02-01" }),
        "system fingerprint" => Reference.WithCalls(call => call with { SystemFingerprint = "fp-2" }),
        "requests for the shared cases" => Reference.WithCalls(call => call with { RequestSha256 = Sha256Hex.Of("x") }),
        "plan" => Reference.With(run => run with { PlanVersion = "2" }),
        "case sets" => Reference.With(run => run with { CaseSets = [] }),
        "document templates" => Reference.With(run => run with { Templates = [] }),
        "repeats" => Reference.With(run => run with { Repeats = 5 }),
        "seed" => Reference.With(run => run with { Seed = 8 }),
        "concurrency" => Reference.With(run => run with { Concurrency = 1 }),
        "answered from" => Reference.With(run => run with { ReplayedFrom = Sha256Hex.Of("tape") }),
        "departures from the plan" => Reference.With(run => run with { Deviations = ["seed"] }),
        "baseline model id" => Reference.With(run => run with { Baseline = run.Baseline with { Model = "m-older" } }),
        "tool" => Reference with { Tools = ["workbench 0.2"] },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static MonitoredRun Model(Func<ModelSpec, ModelSpec> change) => Reference.WithCandidate(change);

    private static MonitoredRun Parameters(ModelParameters parameters) => Model(model => model with { Parameters = parameters });
}
