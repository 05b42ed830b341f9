namespace ValidationWorkbench.Statistics;

/// <summary>
/// How alike the k repeats of each case are. A missing answer (null) is never dropped: it equals nothing, not even another missing answer.
/// </summary>
/// <param name="Cases">Number of cases.</param>
/// <param name="Identical">Cases whose repeats are all the same.</param>
/// <param name="WithoutMode">Cases in which no single answer is the most frequent.</param>
/// <param name="ModalAgreement">Mean share of the most frequent answer; null without cases.</param>
/// <param name="PairAgreement">Mean share of agreeing pairs of repeats, sum c (c-1) / (k (k-1)); null where no case has two repeats.</param>
/// <param name="Alpha">Krippendorff's alpha of the answers that are there; null where it is 0/0.</param>
public sealed record RepeatSummary(int Cases, int Identical, int WithoutMode, double? ModalAgreement, double? PairAgreement, double? Alpha)
{
    /// <summary>Undefined where one of the figures is: no case, no second repeat, or a single answer in use.</summary>
    public EstimateStatus Status => PairAgreement is null || Alpha is null ? EstimateStatus.Undefined : EstimateStatus.Ok;

    /// <summary>Share of the cases whose repeats are all the same; null without cases.</summary>
    public double? IdenticalShare => Cases == 0 ? null : (double)Identical / Cases;

    /// <summary>Summary of the answers of each case.</summary>
    /// <exception cref="ArgumentException">A case has no repeat.</exception>
    public static RepeatSummary Of(IReadOnlyList<IReadOnlyList<string?>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Any(answers => answers.Count == 0))
        {
            throw new ArgumentException("Every case needs at least one repeat.", nameof(cases));
        }

        var counts = CategoryCounts.OfLabels(cases);
        int[] most = [.. counts.Rows.Select(row => row.DefaultIfEmpty(0).Max())];
        return new RepeatSummary(
            cases.Count,
            cases.Zip(most).Count(pair => pair.Second == pair.First.Count),
            cases.Count(answers => Mode(answers) is null),
            cases.Count == 0 ? null : cases.Zip(most).Average(pair => (double)pair.Second / pair.First.Count),
            cases.Zip(counts.Rows).Average(pair => PairShare(pair.Second, pair.First.Count)),
            KrippendorffAlpha.Of(counts));
    }

    /// <summary>The most frequent answer; null where two are equally frequent or where there is none.</summary>
    public static string? Mode(IReadOnlyList<string?> answers)
    {
        var frequent = answers.OfType<string>().GroupBy(answer => answer, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(2).ToArray();
        return frequent is [] || (frequent is [var first, var second] && first.Count() == second.Count()) ? null : frequent[0].Key;
    }

    private static double? PairShare(IReadOnlyList<int> counts, int repeats) =>
        repeats < 2 ? null : counts.Sum(count => (double)count * (count - 1)) / ((double)repeats * (repeats - 1));
}
