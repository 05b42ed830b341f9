using ValidationWorkbench.Documents;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

public sealed class ColourTests
{
    private static readonly Colour DarkGround = new(0x14, 0x17, 0x1b);

    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#767676", 4.54)] // the lightest grey that is commonly named as readable on white
    [InlineData("#ff0000", 4.00)] // (1 + 0.05) / (0.2126 + 0.05)
    public void Contrast_to_white_is_that_of_WCAG(string text, double expected)
    {
        var colour = Colour.Find(text)!.Value;

        Assert.Equal(expected, colour.ContrastTo(Colour.White), 0.005);
        Assert.Equal(colour.ContrastTo(Colour.White), Colour.White.ContrastTo(colour));
        Assert.Equal(text, colour.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("173054 ")]
    public void Any_other_text_is_no_colour(string text) => Assert.Null(Colour.Find(text));

    [Fact]
    public void A_colour_that_can_be_read_on_white_can_be_read_on_the_dark_ground_when_lightened()
    {
        var random = new SplitMix64(5);
        var readable = 0;
        for (var i = 0; i < 2000; i++)
        {
            var colour = new Colour((byte)random.NextIndex(256), (byte)random.NextIndex(256), (byte)random.NextIndex(256));
            if (colour.ContrastTo(Colour.White) >= 4.5)
            {
                readable++;
                Assert.InRange(colour.Lightened(0.6).ContrastTo(DarkGround), 6, 21);
            }
        }

        Assert.True(readable > 500);
    }
}
