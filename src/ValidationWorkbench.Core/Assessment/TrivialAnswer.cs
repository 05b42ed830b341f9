using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// What a program reaches that reads nothing and always answers the most frequent category: a limit that it meets tells nothing about a model.
/// (The no-information rate.)
/// </summary>
public static class TrivialAnswer
{
    /// <summary>Criteria whose limit such a program meets, one line each.</summary>
    /// <param name="criteria">Criteria of the plan.</param>
    /// <param name="cases">All cases with their tasks.</param>
    public static IReadOnlyList<string> Remarks(IReadOnlyList<AcceptanceCriterion> criteria, IReadOnlyList<(CaseTask Task, TestCase Case)> cases)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(cases);
        return [.. criteria.Select(criterion => Remark(criterion, cases)).OfType<string>()];
    }

    private static string? Remark(AcceptanceCriterion criterion, IReadOnlyList<(CaseTask Task, TestCase Case)> cases)
    {
        var expected = cases.Where(entry => entry.Task == CaseTask.Categorization && ScoredRun.Carries(entry.Case, criterion.Stratum))
            .Select(entry => entry.Case.Expected?.Acceptable ?? []).ToList();
        var (category, count) = expected.SelectMany(categories => categories).GroupBy(entry => entry).Select(group => (group.Key, Count: group.Count()))
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Key).FirstOrDefault();
        if (count == 0)
        {
            return null;
        }

        var share = (double)count / expected.Count;
        var words = $"{criterion.Id} {CriterionWords.Name(criterion)}: a program that always answers category {category} is right in {Figures.Percent(share)} of these cases";
        return criterion.Kind switch
        {
            CriterionKind.Accuracy when share >= criterion.Limit => $"{words}, so the limit of {Figures.Setting(criterion.Limit)} tells nothing about a model.",
            CriterionKind.NonInferiority when 1 - share <= criterion.Limit =>
                $"{words}, which the margin of {Figures.Setting(criterion.Limit)} allows even beside a baseline that is always right.",
            _ => null,
        };
    }
}
