using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Names, prices and token counts of models.</summary>
public sealed class ModelSpecTests
{
    [Theory]
    [InlineData(ModelSpec.SimulatedProvider, true, "m (simulated)")]
    [InlineData(ProviderPresets.Custom, false, "m")]
    public void A_simulated_model_is_never_shown_without_that_word(string provider, bool simulated, string shown)
    {
        var spec = new ModelSpec { Name = "m", Provider = provider, Model = "id" };
        Assert.Equal((simulated, shown), (spec.IsSimulated, spec.DisplayName));
    }

    [Fact]
    public void Cost_is_exact_to_the_last_token()
    {
        // 3 x 0.15 / 10^6 + 7 x 0.60 / 10^6 = 4.65 / 10^6
        var price = new ModelPrice { InputPerMillion = 0.15m, OutputPerMillion = 0.60m, Currency = "USD" };
        Assert.Equal(0.00000465m, price.CostOf(new TokenUsage(3, 7)));
        Assert.Equal(0m, price.CostOf(default));
    }

    [Fact]
    public void Tokens_add_up_beyond_32_bits()
    {
        var sum = new TokenUsage(3_000_000_000, 1) + new TokenUsage(3_000_000_000, 2);
        Assert.Equal((new TokenUsage(6_000_000_000, 3), 6_000_000_003), (sum, sum.Total));
    }
}
