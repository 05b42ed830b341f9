using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Plans;

public sealed class RiskMatrixTests
{
    // Severity, probability, detectability, class, priority: all 27, written out by hand from the tables of the method.
    private const string All =
        "HHH1M HHM1H HHL1H HMH1M HMM1H HML1H HLH2L HLM2M HLL2H MHH1M MHM1H MHL1H MMH2L MMM2M MML2H MLH3L MLM3L MLL3M LHH2L LHM2M LHL2H LMH3L "
            + "LMM3L LML3M LLH3L LLM3L LLL3M";

    [Fact]
    public void Ratings_give_class_and_priority()
    {
        var rows = All.Split(' ');
        Assert.Equal(27, rows.Distinct().Count());
        Assert.All(rows, row =>
        {
            var ratings = new RiskRatings { Severity = Level(row[0]), Probability = Level(row[1]), Detectability = Level(row[2]) };
            Assert.Equal((row[3] - '0', Level(row[4])), (ratings.Class, ratings.Priority));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void There_are_three_classes(int riskClass) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskMatrix.PriorityOf(riskClass, RiskLevel.High));

    private static RiskLevel Level(char letter) => RiskMatrix.Levels.Single(level => level.ToString()[0] == letter);
}
