using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Tests.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

/// <summary>
/// What a drift check says of a model that has not changed, by simulation: 180 categorization cases and 30 suites in three repeats, of which four
/// cases are always wrong, and some are right with a probability of 0.8 in each repeat; none is ever too low. One suite may cover its requirements
/// with a probability below 1. The reference and seven more runs are accepted, and the ninth is checked. The shares stand in decision 012.
/// </summary>
public sealed class DriftFalseAlarmTests
{
    private const int Looks = 400;
    private const int Cases = 180;
    private const int AlwaysWrong = 4;
    private const double Right = 0.8;

    [Theory]
    [InlineData(0, 1, 400, 0, 0)]
    [InlineData(4, 1, 388, 12, 0)]
    [InlineData(9, 1, 352, 48, 0)]
    [InlineData(18, 1, 294, 106, 0)]
    [InlineData(4, 0.99, 379, 12, 9)]
    public void An_unchanged_model_gives_each_outcome_so_often(int unstable, double covered, int stable, int alert, int revalidate)
    {
        var random = new Draws(20261121);
        var found = Enumerable.Range(0, Looks).Select(_ => Look(random, unstable, covered)).CountBy(outcome => outcome).ToDictionary();
        int Of(DriftOutcome outcome) => found.GetValueOrDefault(outcome);
        Assert.Equal((stable, alert, revalidate), (Of(DriftOutcome.Stable), Of(DriftOutcome.Alert), Of(DriftOutcome.Revalidate)));
    }

    private static DriftOutcome Look(Draws random, int unstable, double covered)
    {
        var runs = Enumerable.Range(1, 9).Select(i => Answers(random, unstable)).ToList();
        var series = runs.Select((answers, i) => new SeriesRun(string.Create(CultureInfo.InvariantCulture, $"R-{i}"), new Dictionary<CaseTask, double>
        {
            [CaseTask.Categorization] = answers.Average(letters => letters.Count(letter => letter == 'R') / 3.0),
            [CaseTask.OqGeneration] = 1,
        })).ToList();
        var reference = Run("R-0", runs[0]).Claiming(
            Assessment.Make.Criterion(CriterionKind.UnderCategorization, 0.02) with { Severity = Severity.Critical },
            Assessment.Make.Criterion(CriterionKind.RequirementCoverage, 1));
        var run = Run("R-8", runs[^1], string.Concat(Enumerable.Range(0, 3).Select(_ => random.Share() < covered ? 'R' : 'C')));
        return DriftRule.Decide(PanelDrift.Of(reference, run, new RunSeries(series, [])).Evidence).Outcome;
    }

    private static List<string> Answers(Draws random, int unstable) =>
    [
        .. Enumerable.Repeat("WWW", AlwaysWrong),
        .. Enumerable.Range(0, unstable).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => random.Share() < Right ? 'R' : 'W'))),
        .. Enumerable.Repeat("RRR", Cases - AlwaysWrong - unstable),
    ];

    private static MonitoredRun Run(string id, List<string> answers, string suite = "RRR") => Make.RunOf(
        id,
        [
            .. answers.Select((letters, i) => (CaseTask.Categorization, Assessment.Make.Case(i + 1), letters)),
            .. Make.Suites((29, "RRR"), (1, suite)),
        ]);
}
