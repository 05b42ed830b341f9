using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Whether the model that answered is the one that was asked.</summary>
public sealed class ServedModelRuleTests
{
    private static readonly ModelSpec Spec = new() { Name = "new", Provider = ProviderPresets.Custom, Model = "gpt-4o", AcceptedModels = ["local/gpt-4o.gguf"] };

    [Theory]
    [InlineData(null)]
    [InlineData("gpt-4o")]
    [InlineData("gpt-4o-2024-08-06")]
    [InlineData("gpt-4o@2024-08-06")]
    [InlineData("gpt-4o-20240806")]
    [InlineData("local/gpt-4o.gguf")]
    [InlineData("openai/gpt-4o")]
    [InlineData("GPT-4o")]
    public void The_model_its_dated_versions_its_ids_elsewhere_and_accepted_names_may_answer(string? served) =>
        Assert.True(ServedModelRule.Accepts(Spec, served));

    [Theory]
    [InlineData("")]
    [InlineData("gpt-4")]
    [InlineData("gpt-4o ")]
    [InlineData("gpt-4o-mini")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("gpt-4o-2024-08-06-preview")]
    [InlineData("gpt-4o-2024-08-06\n")]
    [InlineData("gpt-4o-0806")]
    [InlineData("gpt-4o2024-08-06")]
    [InlineData("openai/gpt-4o-mini")]
    [InlineData("local/gpt-4o.gguf-2024-08-06")]
    public void No_other_model_may(string served) => Assert.False(ServedModelRule.Accepts(Spec, served));

    [Fact]
    public void The_line_names_both_and_says_what_can_be_done() => Assert.Equal(
        "new: the endpoint was asked for \"gpt-4o\" and answered as \"llama\". If that is the same model, add the name to acceptedModels.",
        ServedModelRule.Describe(Spec, "llama"));
}
