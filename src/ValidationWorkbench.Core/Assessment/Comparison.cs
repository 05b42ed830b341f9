using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Baseline against candidate on the same cases; a case counts as right where every repeat is right ("reliably right").
/// </summary>
/// <param name="BothRight">Cases both models have right.</param>
/// <param name="BothWrong">Cases neither has right.</param>
/// <param name="Improved">Ids of cases only the candidate has right.</param>
/// <param name="Regressed">Ids of cases only the baseline has right.</param>
public sealed record Comparison(int BothRight, int BothWrong, IReadOnlyList<string> Improved, IReadOnlyList<string> Regressed)
{
    /// <summary>Pairs counted.</summary>
    public int N => BothRight + BothWrong + Improved.Count + Regressed.Count;

    /// <summary>Compares on the given cases, in their order.</summary>
    public static Comparison Of(ScoredRun run, IEnumerable<TestCase> cases)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(cases);
        int bothRight = 0, bothWrong = 0;
        List<string> improved = [], regressed = [];
        foreach (var testCase in cases)
        {
            switch (ReliablyRight(run, testCase, ModelRole.Baseline), ReliablyRight(run, testCase, ModelRole.Candidate))
            {
                case (true, true): bothRight++; break;
                case (false, false): bothWrong++; break;
                case (false, true): improved.Add(testCase.Id); break;
                default: regressed.Add(testCase.Id); break;
            }
        }

        return new Comparison(bothRight, bothWrong, improved, regressed);
    }

    private static bool ReliablyRight(ScoredRun run, TestCase testCase, ModelRole role) =>
        run.Of(testCase.Id, role).All(score => score?.Verdict == ScoreVerdict.Right);
}
