using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-1, 1, 6, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(1, 20, 9, "5 10 15 20")]
    [InlineData(0.013, 0.018, 6, "0.013 0.014 0.015 0.016 0.017 0.018")]
    [InlineData(0, 3e9, 4, "0 1000000000 2000000000 3000000000")]
    [InlineData(0.3, 0.34, 3, "0.30 0.32 0.34")]
    public void Ticks_are_round_numbers_within_the_scale(double minimum, double maximum, int most, string expected)
    {
        ChartScale scale = new(new ChartAxis("x", minimum, maximum), 0, 1000, most);

        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(scale.Number)));
    }

    [Fact]
    public void Shares_are_printed_as_percent() =>
        Assert.Equal(["85 %", "90 %", "95 %", "100 %"], Numbers(new ChartAxis("x", 0.85, 1) { Percent = true }));

    [Fact]
    public void A_figure_says_in_words_what_it_draws()
    {
        IReadOnlyList<string> lines = [.. FigureSamples.All.SelectMany(figure => PdfSamples.Printed(figure).Lines[0])];

        string[] expected =
        [
            "not met", "met", "Category given", "no answer", "38", "84.4 %", "regressed", "improved", "8", "of 60", "baseline's ceiling 0.90", "limit 0.85",
            "0.69  [0.66, 0.72]", "limit of p99: 10 s", "candidate", "baseline", "n = 31", "stated equals observed", "run 20: alert", "action 87 %",
        ];
        Assert.All(expected, words => Assert.Contains(words, lines));
    }

    [Fact]
    public void Labels_over_the_same_place_stand_below_each_other()
    {
        LabelRows labels = new([(50_000, "the first label"), (52_000, "the second label"), (200_000, "far away")], 0, 300_000);
        TextMark[] marks = [.. labels.Marks(0).Cast<TextMark>()];

        Assert.Equal(2 * Typography.ChartText.Leading, labels.Height);
        Assert.Equal(marks[0].Y + Typography.ChartText.Leading, marks[1].Y);
        Assert.Equal(marks[0].Y, marks[2].Y);
    }

    [Fact]
    public void A_staircase_keeps_its_height_until_the_next_point()
    {
        PlotChart chart = new(new ChartAxis("x", 0, 10), new ChartAxis("y", 0, 1), [new PlotSeries("s", PlotJoin.Step, [new(0, 0.2), new(5, 0.7), new(10, 1)])])
        {
            Alternative = "x",
        };
        PathMark steps = Assert.Single(new PlotChartLayout(chart).Piece().Marks.OfType<PathMark>(), path => path.Points.Count == 5);

        Assert.All(steps.Points.Zip(steps.Points.Skip(1)), pair => Assert.True(pair.First.Right == pair.Second.Right || pair.First.Down == pair.Second.Down));
        Assert.Equal(steps.Points[0].Down, steps.Points[1].Down);
    }

    [Fact]
    public void Equal_values_pile_up_and_stay_in_their_row()
    {
        StripChart chart = new(new ChartAxis("x", 0, 1), [new Strip("s", [.. Enumerable.Repeat(0.5, 500)])]) { Alternative = "x" };
        Piece row = new StripChartLayout(chart).Pieces().ElementAt(1);
        DotMark[] dots = [.. row.Marks.OfType<DotMark>()];

        Assert.Equal(500, dots.Length);
        Assert.Single(dots.Select(dot => dot.X).Distinct());
        Assert.All(dots, dot => Assert.InRange(dot.Y, 0, row.Height));
    }

    [Fact]
    public void Bars_are_as_long_as_their_counts()
    {
        PairedBarChart chart = new("a", "b", [new PairedBar("x", 10, 40), new PairedBar("y", 0, 20)]) { Alternative = "x" };
        BoxMark[] bars = [.. new PairedBarChartLayout(chart).Pieces().SelectMany(piece => piece.Marks).OfType<BoxMark>()];

        Assert.Equal([1, 4, 2], bars.Select(bar => (int)Math.Round(4.0 * bar.Width / bars[1].Width)));
        Assert.Equal(bars[0].X + bars[0].Width, bars[1].X);
    }

    private static IEnumerable<string> Numbers(ChartAxis axis)
    {
        ChartScale scale = new(axis, 0, 1000, 6);
        return scale.Ticks.Select(scale.Number);
    }
}
