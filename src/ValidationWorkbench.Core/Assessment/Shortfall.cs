using System.Globalization;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Says for an undecided criterion about how many more cases or calls it would take, were the observed rates the true ones.</summary>
internal static class Shortfall
{
    private const int Most = 100_000;

    /// <summary>For a share that must reach the limit.</summary>
    public static string AtLeast(AcceptanceCriterion criterion, int count, int n) =>
        Words(n, BinomialBound.CasesNeeded(count, n, criterion.Limit, criterion.Confidence));

    /// <summary>For a share that must not exceed the limit.</summary>
    public static string AtMost(AcceptanceCriterion criterion, int count, int n) =>
        Words(n, BinomialBound.CasesNeeded(n - count, n, 1 - criterion.Limit, criterion.Confidence));

    /// <summary>For a paired difference whose lower limit must be above minus the margin.</summary>
    public static string Paired(AcceptanceCriterion criterion, int gains, int losses, int n) =>
        Words(n, (double)(gains - losses) / n <= -criterion.Limit ? null
            : Smallest(n, size => TangoInterval.Of((int)((long)gains * size / n), (int)(((long)losses * size + n - 1) / n), size, criterion.Confidence).Lower > -criterion.Limit));

    /// <summary>For a mean whose lower t bound must be above the target.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="distance">Observed mean minus target.</param>
    /// <param name="deviation">Observed standard deviation.</param>
    /// <param name="n">Cases counted, at least 2.</param>
    /// <param name="fewest">Cases without which the criterion does not decide.</param>
    public static string Mean(AcceptanceCriterion criterion, double distance, double deviation, int n, int fewest) =>
        Words(n, distance <= 0 ? null
            : Smallest(Math.Max(n, fewest), size => distance > Quantile.StudentT(criterion.Confidence, size - 1) * deviation / Math.Sqrt(size)));

    private static string Words(int n, int? needed) => needed is { } size && size > n
        ? string.Create(CultureInfo.InvariantCulture, $"; about {size - n} more needed at this rate")
        : needed is null ? "; at this rate more would not show it" : string.Empty;

    /// <summary>The first size from <paramref name="n"/> on, in steps of a hundredth of it, that suffices; null for none.</summary>
    private static int? Smallest(int n, Func<int, bool> suffices)
    {
        for (var size = n; size <= Most; size += Math.Max(1, size / 100))
        {
            if (suffices(size))
            {
                return size;
            }
        }

        return null;
    }
}
