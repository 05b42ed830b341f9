namespace ValidationWorkbench.Statistics;

/// <summary>
/// Two models on the same cases, each case asked several times. What counts are cases: repeats of a case are no more cases. A case that was never
/// answered is wrong.
/// </summary>
public sealed class PairedRepeats
{
    /// <param name="baseline">For each case whether each repeat of the baseline is right.</param>
    /// <param name="candidate">The same cases of the candidate, in the same order.</param>
    public PairedRepeats(IReadOnlyList<IReadOnlyList<bool>> baseline, IReadOnlyList<IReadOnlyList<bool>> candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Count, baseline.Count);
        Baseline = baseline;
        Candidate = candidate;
    }

    public IReadOnlyList<IReadOnlyList<bool>> Baseline { get; }

    public IReadOnlyList<IReadOnlyList<bool>> Candidate { get; }

    /// <summary>Cases.</summary>
    public int N => Baseline.Count;

    /// <summary>True for each case that is right by the rule.</summary>
    public static IReadOnlyList<bool> Verdicts(IReadOnlyList<IReadOnlyList<bool>> cases, CaseRule rule)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return [.. cases.Select(repeats => rule switch
        {
            CaseRule.AllRight => repeats.Count > 0 && repeats.All(right => right),
            CaseRule.AnyRight => repeats.Any(right => right),
            CaseRule.Majority => 2 * repeats.Count(right => right) > repeats.Count,
            CaseRule.First => repeats.Count > 0 && repeats[0],
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        })];
    }

    /// <summary>Number of cases that are right by the rule.</summary>
    public static int Count(IReadOnlyList<IReadOnlyList<bool>> cases, CaseRule rule) => Verdicts(cases, rule).Count(right => right);

    /// <summary>Mean over cases of the share of repeats that is right, in [0,1]; null without a case.</summary>
    public static double? CallAccuracy(IReadOnlyList<IReadOnlyList<bool>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return cases.Count == 0 ? null : cases.Average(Share);
    }

    /// <summary>Share of cases that are right in every repeat or wrong in every repeat, in [0,1]; null without a case.</summary>
    public static double? ExactMatchRate(IReadOnlyList<IReadOnlyList<bool>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return cases.Count == 0 ? null : cases.Average(repeats => repeats.Distinct().Count() == 1 ? 1.0 : 0.0);
    }

    /// <summary>Cases that only the candidate has right by the rule, and cases that only the baseline has.</summary>
    public (int Gains, int Losses) Discordant(CaseRule rule)
    {
        var pairs = Verdicts(Baseline, rule).Zip(Verdicts(Candidate, rule)).ToList();
        return (pairs.Count(pair => pair.Second && !pair.First), pairs.Count(pair => pair.First && !pair.Second));
    }

    /// <summary>Mean over cases of the difference of these shares, candidate minus baseline, in [-1,1]; null without a case.</summary>
    public double? CallDifference() => N == 0 ? null : Differences().Average();

    /// <summary>Standard error of that mean between cases, s / sqrt(n); null for fewer than two cases.</summary>
    public double? CallDifferenceError()
    {
        if (N < 2)
        {
            return null;
        }

        var mean = Differences().Average();
        return Math.Sqrt(Differences().Sum(difference => (difference - mean) * (difference - mean)) / (N - 1) / N);
    }

    private static double Share(IReadOnlyList<bool> repeats) => repeats.Count == 0 ? 0 : (double)repeats.Count(right => right) / repeats.Count;

    private IEnumerable<double> Differences() => Baseline.Zip(Candidate, (before, after) => Share(after) - Share(before));
}
