using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Expected against answered category, call by call.</summary>
public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Every_call_has_its_cell()
    {
        var run = Run((new() { Category = 1 }, [1, 1, 2]), (new() { Category = 3 }, [3, 7, 0]), (new() { AnyOf = [4] }, [4, null, -1]), (new() { Category = 5 }, [5, 4]));
        var matrix = ConfusionMatrix.Of(run, ModelRole.Candidate);
        Assert.Equal(["1", "3", "4", "5"], matrix.Expected);
        Assert.Equal(["1", "2", "3", "4", "5", "other", "none"], matrix.Answered);
        Assert.Equal<IEnumerable<int>>([[2, 1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 2, 0], [0, 0, 0, 1, 0, 1, 1], [0, 0, 0, 1, 1, 0, 1]], matrix.Counts);

        // 0, -1 and 4 for 5 are too low, also those without a column of their own; 2 and 7 are too high.
        Assert.Equal((3, 2), (matrix.TooLow, matrix.TooHigh));
    }

    [Fact]
    public void Cases_with_several_categories_and_suites_are_left_out()
    {
        var run = Run((new() { AnyOf = [3, 4] }, [3]), (new() { Components = [new() { Name = "a", Category = 5 }] }, [5]));
        Assert.All(ConfusionMatrix.Of(run, ModelRole.Candidate).Counts, row => Assert.Equal(0, row.Sum()));
        Assert.All(ConfusionMatrix.Of(Make.Run(CaseTask.OqGeneration, (3, "R", "R")), ModelRole.Candidate).Counts, row => Assert.Equal(0, row.Sum()));
    }

    [Fact]
    public void Models_are_kept_apart()
    {
        var run = Make.Run((10, "R", "W"));
        Assert.Equal([0, 0, 0, 10, 0, 0, 0], ConfusionMatrix.Of(run, ModelRole.Baseline).Counts[2]);
        Assert.Equal([0, 0, 0, 0, 10, 0, 0], ConfusionMatrix.Of(run, ModelRole.Candidate).Counts[2]);
    }

    /// <summary>Three repeats each; a repeat without a value has no answer.</summary>
    private static ScoredRun Run(params (ExpectedCategory Expected, int?[] Answers)[] cases) => new(
        [.. cases.Select((entry, i) => (CaseTask.Categorization, Make.Case(i) with { Expected = entry.Expected }))], 3,
        cases.SelectMany((entry, i) => entry.Answers.Select((category, repeat) => new TrialScore
        {
            Key = new TrialKey(Make.Case(i).Id, ModelRole.Candidate, repeat + 1),
            Verdict = ScoreVerdict.Wrong,
            Reason = "",
            Decision = "",
            SchemaConforms = true,
            Category = category,
        })),
        [], new Dictionary<string, SuiteLikeness>());
}
