namespace ValidationWorkbench.Statistics;

/// <summary>
/// Whether two groups of cases fall into categories alike: Pearson's chi-square and G = 2 sum O ln(O/E) of the 2 x B table, categories that
/// occur in neither group left out.
/// </summary>
/// <param name="DegreesOfFreedom">Number of categories in use - 1.</param>
/// <param name="ChiSquare">The statistic; null where a group has no case.</param>
/// <param name="PChiSquare">Its upper tail; null with fewer than two categories in use.</param>
/// <param name="G">The likelihood ratio statistic.</param>
/// <param name="PG">Its upper tail.</param>
/// <param name="CramersV">Size of the effect in [0,1], sqrt(chi-square / N).</param>
/// <param name="SmallestExpected">Smallest expected count; below 5 the tests are doubtful: merge categories, or use the exact test.</param>
public sealed record CategoryMix(
    int DegreesOfFreedom, double? ChiSquare, double? PChiSquare, double? G, double? PG, double? CramersV, double? SmallestExpected)
{
    /// <summary>Undefined where a group has no case or where there is one category only.</summary>
    public EstimateStatus Status => PChiSquare is null ? EstimateStatus.Undefined : EstimateStatus.Ok;

    /// <summary>Compares the counts of a reference period with current ones, category by category.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths or a count is negative.</exception>
    public static CategoryMix Of(IReadOnlyList<int> reference, IReadOnlyList<int> current)
    {
        StatisticsArguments.RequireCounts(reference, current);
        double n = reference.Sum(), m = current.Sum();
        var used = reference.Zip(current).Where(pair => pair.First + pair.Second > 0).ToArray();
        var degrees = Math.Max(0, used.Length - 1);
        if (n == 0 || m == 0)
        {
            return new CategoryMix(degrees, null, null, null, null, null, null);
        }

        (double Observed, double Expected)[] cells =
        [
            .. used.SelectMany(pair => new[]
            {
                ((double)pair.First, (pair.First + pair.Second) * n / (n + m)),
                (pair.Second, (pair.First + pair.Second) * m / (n + m)),
            }),
        ];
        var chiSquare = cells.Sum(cell => Math.Pow(cell.Observed - cell.Expected, 2) / cell.Expected);
        var g = Math.Max(0, 2 * cells.Sum(cell => cell.Observed == 0 ? 0 : cell.Observed * Math.Log(cell.Observed / cell.Expected)));
        var smallest = cells.Min(cell => cell.Expected);
        return degrees == 0
            ? new CategoryMix(0, chiSquare, null, g, null, null, smallest)
            : new CategoryMix(
                degrees,
                chiSquare,
                ChiSquareDistribution.UpperTail(chiSquare, degrees),
                g,
                ChiSquareDistribution.UpperTail(g, degrees),
                Math.Sqrt(chiSquare / (n + m)),
                smallest);
    }
}
