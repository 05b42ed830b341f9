using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Expected against answered category over all calls on cases with one expected category. Columns include the retired category 2,
/// any other number, and "none" for undecided, unreadable and missing answers.
/// </summary>
/// <param name="Expected">Row labels.</param>
/// <param name="Answered">Column labels.</param>
/// <param name="Counts">Calls, by row and column.</param>
/// <param name="TooLow">Calls answered with a lower number than expected: the dangerous direction.</param>
/// <param name="TooHigh">Calls answered with a higher number than expected: more effort than needed.</param>
public sealed record ConfusionMatrix(
    IReadOnlyList<string> Expected, IReadOnlyList<string> Answered, IReadOnlyList<IReadOnlyList<int>> Counts, int TooLow, int TooHigh)
{
    private static readonly string[] Rows = ["1", "3", "4", "5"];
    private static readonly string[] Columns = ["1", "2", "3", "4", "5", "other", "none"];

    /// <summary>Precision and recall of each category that exists.</summary>
    public IReadOnlyList<CategoryRates> Categories =>
        [.. Expected.Select((label, row) =>
        {
            var column = Array.IndexOf(Columns, label);
            return new CategoryRates(label, Counts[row].Sum(), Counts.Sum(counts => counts[column]), Counts[row][column]);
        })];

    /// <summary>Counts the calls of one model.</summary>
    public static ConfusionMatrix Of(ScoredRun run, ModelRole role)
    {
        ArgumentNullException.ThrowIfNull(run);
        var counts = Rows.Select(_ => new int[Columns.Length]).ToArray();
        int tooLow = 0, tooHigh = 0;
        foreach (var (task, testCase) in run.Cases)
        {
            if (task != CaseTask.Categorization || testCase.Expected!.Acceptable is not [var expected] || testCase.Expected.Components.Count > 0)
            {
                continue;
            }

            var row = Array.IndexOf(Rows, expected.ToString(CultureInfo.InvariantCulture));
            foreach (var score in run.Of(testCase.Id, role))
            {
                counts[row][ColumnOf(score?.Category)]++;
                tooLow += score?.Category < expected ? 1 : 0;
                tooHigh += score?.Category > expected ? 1 : 0;
            }
        }

        return new ConfusionMatrix(Rows, Columns, counts, tooLow, tooHigh);
    }

    private static int ColumnOf(int? category) => category switch
    {
        null => 6,
        >= 1 and <= 5 => category.Value - 1,
        _ => 5,
    };
}
