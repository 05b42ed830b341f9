namespace ValidationWorkbench.Statistics;

/// <summary>
/// Gwet's AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29): (pa - pe) / (1 - pe) with
/// pe = sum pi_k (1 - pi_k) / (q - 1), pi_k the mean share of category k and q the number of categories. It stays near the raw agreement
/// where one category dominates and kappa does not. The intervals use Student's t with n - 1 degrees of freedom.
/// </summary>
public static class GwetAc1
{
    /// <summary>AC1 of two raters.</summary>
    public static AgreementCoefficient Of(AgreementTable table, double confidence)
    {
        ArgumentNullException.ThrowIfNull(table);
        StatisticsArguments.RequireConfidence(confidence);
        var q = table.Size;
        if (q < 2)
        {
            return AgreementCoefficient.Undefined;
        }

        double[] shares = [.. table.Rows.Zip(table.Columns, (row, column) => (row + column) / 2)];
        var expected = Expected(shares);
        var value = (table.Observed - expected) / (1 - expected);

        var spread = table.Mean((i, j) => Math.Pow((i == j ? 1 : 0) - (2 * (1 - value) * (1 - ((shares[i] + shares[j]) / 2)) / (q - 1)), 2));
        var centre = table.Observed - (2 * (1 - value) * expected);
        return Interval(value, spread - (centre * centre), table.N * Math.Pow(1 - expected, 2), table.N, confidence);
    }

    /// <summary>AC1 of several ratings per case, some of which may be missing; undefined where no case has two ratings or one category is in use.</summary>
    public static AgreementCoefficient Of(CategoryCounts counts, double confidence)
    {
        ArgumentNullException.ThrowIfNull(counts);
        StatisticsArguments.RequireConfidence(confidence);
        int[] rated = [.. Enumerable.Range(0, counts.Rows.Count).Where(i => counts.Ratings[i] > 0)];
        var q = counts.Categories;
        if (counts.MeanPairAgreement() is not { } observed || q < 2)
        {
            return AgreementCoefficient.Undefined;
        }

        var n = rated.Length;
        double Share(int i, int j) => (double)counts.Rows[i][j] / counts.Ratings[i];
        double[] shares = [.. Enumerable.Range(0, q).Select(j => rated.Sum(i => Share(i, j)) / n)];
        var expected = Expected(shares);
        var value = (observed - expected) / (1 - expected);

        // Influence of each case on the coefficient: its own agreement, and its part in the chance agreement.
        var paired = rated.Count(i => counts.Ratings[i] >= 2);
        double Influence(int i)
        {
            var own = counts.PairAgreement(i) is { } agreement ? (double)n / paired * (agreement - expected) / (1 - expected) : 0;
            var chance = Enumerable.Range(0, q).Sum(j => Share(i, j) * (1 - shares[j])) / (q - 1);
            return own - (2 * (1 - value) * (chance - expected) / (1 - expected));
        }

        return Interval(value, rated.Sum(i => Math.Pow(Influence(i) - value, 2)), (double)n * (n - 1), n, confidence);
    }

    private static double Expected(double[] shares) => shares.Sum(share => share * (1 - share)) / (shares.Length - 1);

    private static AgreementCoefficient Interval(double value, double variance, double divisor, int n, double confidence) => n < 2
        ? new AgreementCoefficient(value, null, null, null, EstimateStatus.Degenerate)
        : AgreementCoefficient.Of(value, variance, divisor, Quantile.StudentT((1 + confidence) / 2, n - 1));
}
