namespace ValidationWorkbench.Statistics;

/// <summary>
/// Ways to make one verdict per case of k repeats that are right or wrong. Because P(all right) &lt;= P(one call right) &lt;= P(any right), the
/// counts of all and of any bound the accuracy of a single call, whatever the dependence inside a case.
/// </summary>
/// <param name="Cases">Number of cases.</param>
/// <param name="All">Cases with every repeat right.</param>
/// <param name="Any">Cases with at least one repeat right.</param>
/// <param name="Majority">Cases with more than half of the repeats right.</param>
/// <param name="First">Cases whose first repeat is right.</param>
/// <param name="Fractional">Sum over the cases of the share of right repeats.</param>
/// <param name="PooledRight">Right calls, as if calls were cases; only to show how much too good that looks.</param>
/// <param name="PooledCalls">Calls.</param>
public sealed record CaseVerdicts(int Cases, int All, int Any, int Majority, int First, double Fractional, int PooledRight, int PooledCalls)
{
    /// <summary>Undefined without cases; the bounds then are 0 and 1.</summary>
    public EstimateStatus Status => Cases == 0 ? EstimateStatus.Undefined : EstimateStatus.Ok;

    /// <summary>Counts the verdicts.</summary>
    /// <exception cref="ArgumentException">A case has no repeat.</exception>
    public static CaseVerdicts Of(IReadOnlyList<IReadOnlyList<bool>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Any(repeats => repeats.Count == 0))
        {
            throw new ArgumentException("Every case needs at least one repeat.", nameof(cases));
        }

        int[] right = [.. cases.Select(repeats => repeats.Count(isRight => isRight))];
        return new CaseVerdicts(
            cases.Count,
            cases.Zip(right).Count(pair => pair.Second == pair.First.Count),
            right.Count(count => count > 0),
            cases.Zip(right).Count(pair => 2 * pair.Second > pair.First.Count),
            cases.Count(repeats => repeats[0]),
            cases.Zip(right).Sum(pair => (double)pair.Second / pair.First.Count),
            right.Sum(),
            cases.Sum(repeats => repeats.Count));
    }

    /// <summary>One-sided exact bounds of the accuracy of a single call: the lower one from all, the upper one from any.</summary>
    public (double Lower, double Upper) Bracket(double oneSidedConfidence) =>
        (BinomialBound.Lower(All, Cases, oneSidedConfidence), BinomialBound.Upper(Any, Cases, oneSidedConfidence));
}
