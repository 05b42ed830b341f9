using System.Text.Json;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Endpoints;

/// <summary>The presets as data: complete, and such that they can be used.</summary>
public sealed class ProviderPresetsTests
{
    public static TheoryData<string> Names => [.. ProviderPresets.All.Select(preset => preset.Name)];

    [Fact]
    public void Every_endpoint_that_users_have_is_there() => Assert.Equal(
        [
            "anthropic", "azure-openai", "azure-openai-v1", "cerebras", "custom", "fireworks", "gemini", "groq", "litellm", "llama-cpp", "lm-studio", "ollama", "ollama-native",
            "openai", "openrouter", "together", "vllm",
        ],
        ProviderPresets.All.Select(preset => preset.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_can_be_used(string name)
    {
        var preset = ProviderPresets.Find(name)!;
        Assert.NotEmpty(preset.Title);
        Assert.True(preset.Endpoint is null || new Uri(preset.Endpoint) is { Scheme: "https" } or { IsLoopback: true });
        Assert.Contains(preset.Settings.LengthField, new List<string> { "max_tokens", "max_completion_tokens", "num_predict" });
        Assert.Equal(preset.Settings.PathStyle == PathStyle.OllamaNative, preset.Settings.LengthField == "num_predict");
        Assert.True(preset.Settings.ExtraBody is null || JsonDocument.Parse(preset.Settings.ExtraBody).RootElement.ValueKind == JsonValueKind.Object);
        Assert.Equal(preset.Endpoint?.StartsWith("https", StringComparison.Ordinal) ?? name.StartsWith("azure", StringComparison.Ordinal), preset.KeyVariable is not null);
    }

    [Theory]
    [InlineData("openai", "https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1/models")]
    [InlineData("groq", "https://api.groq.com/openai/v1/chat/completions", "https://api.groq.com/openai/v1/models")]
    [InlineData("ollama-native", "http://127.0.0.1:11434/api/chat", "http://127.0.0.1:11434/api/tags")]
    [InlineData("gemini", "https://generativelanguage.googleapis.com/v1beta/openai/chat/completions", "https://generativelanguage.googleapis.com/v1beta/openai/models")]
    public void Addresses_are_those_of_the_provider(string name, string chat, string models)
    {
        var preset = ProviderPresets.Find(name)!;
        Assert.Equal(chat, EndpointPaths.ChatOf(preset.Endpoint!, "m", preset.Settings).ToString());
        Assert.Equal(models, EndpointPaths.ModelsOf(preset.Endpoint!, preset.Settings).ToString());
    }

    [Theory]
    [InlineData("https://x.openai.azure.com")]
    [InlineData("https://x.openai.azure.com/")]
    [InlineData("https://x.openai.azure.com/openai")]
    [InlineData("https://x.openai.azure.com/openai/")]
    public void The_deployment_path_is_not_doubled(string endpoint) => Assert.Equal(
        "https://x.openai.azure.com/openai/deployments/my%20model/chat/completions?api-version=2024-10-21",
        EndpointPaths.ChatOf(endpoint, "my model", ProviderPresets.Find("azure-openai")!.Settings).AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("http://127.0.0.1:8000/v1/")]
    [InlineData("http://127.0.0.1:8000/v1/chat/completions")]
    public void What_the_user_wrote_already_is_not_written_twice(string endpoint) =>
        Assert.Equal("http://127.0.0.1:8000/v1/chat/completions", EndpointPaths.ChatOf(endpoint, "m", new EndpointSettings()).ToString());

    [Theory]
    [InlineData("12ms", 12)]
    [InlineData("1m2.5s", 62_500)]
    [InlineData("6m0s", 360_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("2", 2000)]
    [InlineData("0.25", 250)]
    public void A_reset_is_read_in_every_form(string text, double milliseconds) => Assert.Equal(milliseconds, ResetDuration.Parse(text)!.Value.TotalMilliseconds, 1e-6);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1732201234")]
    [InlineData("2026-11-21T00:00:00Z")]
    public void What_is_no_duration_is_none(string text) => Assert.Null(ResetDuration.Parse(text));
}
