using ValidationWorkbench.Cases;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>The series that a run continues, and the drift checks of the use.</summary>
public sealed class MonitoringBlockTests
{
    private static readonly double[] Steady = [0.96, 0.98, 0.97, 0.99, 0.96, 0.98, 0.97, 0.99];

    [Fact]
    public void Without_an_earlier_run_or_check_the_words_say_so()
    {
        var words = Words(Make.Facts());

        Assert.StartsWith("No control chart: no earlier accepted run", words[0], StringComparison.Ordinal);
        Assert.Contains("first 8 accepted runs", words[0], StringComparison.Ordinal);
        Assert.Equal("No drift check of this use is on record up to this assessment.", words[1]);
    }

    [Fact]
    public void Too_few_runs_are_shown_without_limits()
    {
        var facts = Facts([.. Steady.Take(3)]);

        Assert.Contains("No control limits yet", Assert.Single(Of(facts).OfType<PlotPart>()).Caption, StringComparison.Ordinal);
        Assert.Equal("No control limits: they need 8 accepted runs before this one; on record: 2.", Words(facts)[0]);
    }

    [Fact]
    public void Equal_runs_give_no_limits() =>
        Assert.StartsWith("No control limits: the first 8 accepted runs all have the score ", Words(Facts([.. Enumerable.Repeat(0.9, 9)]))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(0.97, "no signal, within the control limits", "within limits")]
    [InlineData(0.80, "SIGNAL, beyond a control limit", "SIGNAL")]
    public void The_chart_has_limits_and_says_in_words_where_this_run_stands(double last, string state, string word)
    {
        var facts = Facts([.. Steady, 0.975, last]);
        var plots = Of(facts).OfType<PlotPart>().ToList();
        var table = Assert.Single(Of(facts).OfType<TablePart>());

        Assert.Equal(["Score of the run", "Moving average", "Lower control limit", "Upper control limit"], plots[0].Series.Select(series => series.Name));
        Assert.Equal([10, 2, 3, 3], plots[0].Series.Select(series => series.Points.Count));
        Assert.Equal(4, Assert.Single(plots[1].VerticalLimits).Value);
        Assert.All(plots, plot => Assert.Contains("Run 10: ", plot.Alternative, StringComparison.Ordinal));
        Assert.Equal(word == "SIGNAL", plots[0].Alternative.Contains("SIGNAL", StringComparison.Ordinal));
        Assert.Equal([.. Enumerable.Repeat("fixes the limits", 8), "within limits", word], table.Rows.Select(row => row[^1]));
        Assert.StartsWith($"This run: {state}.", Words(facts)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_left_out_and_checks_are_listed()
    {
        var facts = Make.Facts() with
        {
            Series = new RunSeries([], [new LeftOutRun("R-0", "NO-GO")]),
            DriftChecks = [new DriftCheckEntry(40, "R-0", "R-1", "ALERT")],
        };

        Assert.EndsWith("not in the series: R-0 (NO-GO).", Words(facts)[1], StringComparison.Ordinal);
        Assert.Equal(["40 | R-0 | R-1 | ALERT"], Make.Rows("run-series", facts));
    }

    private static DocumentFacts Facts(double[] scores) => Make.Facts() with
    {
        Series = new RunSeries([.. scores.Select((score, i) => new SeriesRun($"R-{i}", new Dictionary<CaseTask, double> { [CaseTask.Categorization] = score }))], []),
    };

    private static IReadOnlyList<ContentPart> Of(DocumentFacts facts) => DocumentParts.Of("run-series", facts);

    private static List<string> Words(DocumentFacts facts) =>
        [.. Of(facts).OfType<ParagraphPart>().Select(part => string.Concat(part.Runs.Select(run => run.Text)))];
}
