using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Endpoints;

/// <summary>What a plan leaves open is filled in from the presets and the registry, and what it says stays.</summary>
public sealed class ModelResolverTests
{
    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b")]
    [InlineData("openrouter", "openai/gpt-oss-120b")]
    [InlineData("together", "openai/gpt-oss-120b")]
    [InlineData("fireworks", "accounts/fireworks/models/gpt-oss-120b")]
    [InlineData("cerebras", "gpt-oss-120b")]
    [InlineData("ollama", "gpt-oss:120b")]
    [InlineData("ollama-native", "gpt-oss:120b")]
    [InlineData("lm-studio", "openai/gpt-oss-120b")]
    [InlineData("vllm", "gpt-oss-120b")]
    public void The_common_name_becomes_the_id_of_the_provider(string provider, string id) => Assert.Equal(id, Resolve(provider, "gpt-oss-120b").Model);

    [Fact]
    public void An_id_that_the_plan_writes_stays() => Assert.Equal("gpt-oss:120b", Resolve("groq", "gpt-oss:120b").Model);

    [Fact]
    public void An_unknown_model_is_taken_as_it_is()
    {
        var model = Resolve("groq", "house-model");
        Assert.Equal(("house-model", null, null), (model.Model, model.Price, model.Settings!.ContextWindow));
        Assert.DoesNotContain("temperature", model.Settings.Omit);
    }

    [Fact]
    public void What_a_model_refuses_is_not_sent()
    {
        var settings = Resolve("openai", "o3").Settings!;
        Assert.Equal(["temperature", "top_p"], settings.Omit);
        Assert.Equal("max_completion_tokens", Resolve("litellm", "o3").Settings!.LengthField);
        Assert.Equal("num_predict", Resolve("ollama-native", "o3").Settings!.LengthField);
    }

    [Fact]
    public void The_plan_has_the_last_word()
    {
        var model = ModelResolver.Resolve(Spec("groq", "gpt-oss-120b") with
        {
            Endpoint = "http://127.0.0.1:9/v1",
            Price = new() { InputPerMillion = 9, OutputPerMillion = 9, Currency = "EUR" },
            Connection = new() { LengthField = "max_tokens", Omit = ["seed"], Stream = true, ContextWindow = 8000, Headers = new Dictionary<string, string> { ["X-Site"] = "a" } },
        });
        Assert.Equal(("http://127.0.0.1:9/v1", 9m, "max_tokens", true, 8000), (model.Endpoint, model.Price!.InputPerMillion, model.Settings!.LengthField, model.Settings.Stream, model.Settings.ContextWindow));
        Assert.Equal(["seed"], model.Settings.Omit);
        Assert.Equal("a", model.Settings.Headers["X-Site"]);
        Assert.Equal(["reasoning"], model.Settings.ReasoningFields);
    }

    [Fact]
    public void A_list_price_is_taken_where_the_plan_gives_none()
    {
        Assert.Equal(0.15m, Resolve("openai", "gpt-4o-mini").Price!.InputPerMillion);
        Assert.Null(Resolve("vllm", "gpt-oss-120b").Price);
    }

    [Fact]
    public void A_model_without_an_endpoint_stays_as_it_is()
    {
        var simulated = Spec(ModelSpec.SimulatedProvider, "m");
        Assert.Same(simulated, ModelResolver.Resolve(simulated));
    }

    [Fact]
    public void Frozen_settings_are_read_back_and_never_resolved_again()
    {
        var frozen = ModelResolver.Resolve(Spec("groq", "gpt-oss-120b") with { Connection = new() { Stream = true } }, extractHarmony: false);
        var bytes = CanonicalJson.Write(frozen);
        var read = CanonicalJson.Read<ModelSpec>(bytes);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(CanonicalJson.Write(read)));
        Assert.Same(read, ModelResolver.Resolve(read));
        Assert.True(read.Wire is { Stream: true, ExtractHarmony: false, LengthField: "max_completion_tokens" });
    }

    [Fact]
    public void One_model_has_many_names()
    {
        Assert.True(ModelRegistry.AreSame("gpt-oss:20b", "accounts/fireworks/models/gpt-oss-20b"));
        Assert.False(ModelRegistry.AreSame("gpt-oss:20b", "gpt-oss:120b"));
        Assert.False(ModelRegistry.AreSame("house-model", "house-model"));
    }

    private static ModelSpec Resolve(string provider, string model) => ModelResolver.Resolve(Spec(provider, model));

    private static ModelSpec Spec(string provider, string model) => new() { Name = "m", Provider = provider, Model = model };
}
