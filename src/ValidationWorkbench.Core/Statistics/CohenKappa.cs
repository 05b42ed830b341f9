namespace ValidationWorkbench.Statistics;

/// <summary>
/// Agreement of two raters beyond chance, kappa = (po - pe) / (1 - pe) with po = sum w p and pe = sum w r c (Cohen 1960, 1968). Its variance is
/// { sum p [w (1-pe) - (W_i. + W_.j)(1-po)]^2 - (po pe - 2 pe + po)^2 } / (n (1-pe)^4) with W_i. = sum_j c_j w_ij and W_.j = sum_i r_i w_ij
/// (Fleiss, Cohen and Everitt 1969).
/// </summary>
public static class CohenKappa
{
    /// <summary>The coefficient and its normal interval with the two-sided confidence given.</summary>
    public static AgreementCoefficient Of(AgreementTable table, KappaWeights weights, double confidence)
    {
        ArgumentNullException.ThrowIfNull(table);
        StatisticsArguments.RequireConfidence(confidence);
        if (table.IsOneCategory)
        {
            return AgreementCoefficient.Undefined;
        }

        var q = table.Size;
        double Weight(int i, int j) => WeightOf(weights, i, j, q);
        var categories = Enumerable.Range(0, q).ToArray();
        double[] rowWeights = [.. categories.Select(i => categories.Sum(j => table.Columns[j] * Weight(i, j)))];
        double[] columnWeights = [.. categories.Select(j => categories.Sum(i => table.Rows[i] * Weight(i, j)))];
        var observed = table.Mean(Weight);
        var expected = categories.Sum(i => table.Rows[i] * rowWeights[i]);
        var beyond = 1 - expected;

        var spread = table.Mean((i, j) => Math.Pow((Weight(i, j) * beyond) - ((rowWeights[i] + columnWeights[j]) * (1 - observed)), 2));
        var centre = (observed * expected) - (2 * expected) + observed;
        return AgreementCoefficient.Of((observed - expected) / beyond, spread - (centre * centre), table.N * Math.Pow(beyond, 4), Quantile.Normal((1 + confidence) / 2));
    }

    private static double WeightOf(KappaWeights weights, int i, int j, int q) => i == j ? 1 : weights switch
    {
        KappaWeights.Unweighted => 0,
        KappaWeights.Linear => 1 - (Math.Abs(i - j) / (q - 1.0)),
        KappaWeights.Quadratic => 1 - Math.Pow((i - j) / (q - 1.0), 2),
        _ => throw new ArgumentOutOfRangeException(nameof(weights), weights, "Unknown weights."),
    };
}
