using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Cases with an attribute in all repeats and in any repeat. Because P(all) &lt;= P(one call) &lt;= P(any), an exact lower bound from the
/// first count and an exact upper bound from the second hold for a single call, whatever the dependence between repeats of a case.
/// </summary>
/// <param name="All">Cases with the attribute in every repeat.</param>
/// <param name="Any">Cases with it in at least one repeat.</param>
/// <param name="N">Cases counted.</param>
public readonly record struct Bracket(int All, int Any, int N)
{
    /// <summary>Counts an attribute of single answers; a trial without an answer (null) is passed to it as well.</summary>
    public static Bracket Count(ScoredRun run, IEnumerable<TestCase> cases, ModelRole role, Func<TrialScore?, bool> attribute)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(cases);
        int all = 0, any = 0, n = 0;
        foreach (var testCase in cases)
        {
            var scores = run.Of(testCase.Id, role);
            n++;
            all += scores.All(attribute) ? 1 : 0;
            any += scores.Any(attribute) ? 1 : 0;
        }

        return new Bracket(all, any, n);
    }
}
