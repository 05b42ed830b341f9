namespace ValidationWorkbench.Statistics;

/// <summary>How often each category was given to each case by several raters or repeats.</summary>
/// <param name="Rows">For each case the count of each category.</param>
/// <param name="Categories">Number of categories.</param>
public sealed record CategoryCounts(IReadOnlyList<IReadOnlyList<int>> Rows, int Categories)
{
    /// <summary>Ratings of each case; 0 where nobody rated it.</summary>
    public IReadOnlyList<int> Ratings { get; } = [.. Rows.Select(row => row.Sum())];

    /// <summary>Counts that stand in a table, case by case.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths or a count is negative.</exception>
    public static CategoryCounts OfTable(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var categories = rows.Count == 0 ? 0 : rows[0].Count;
        return rows.All(row => row.Count == categories && row.All(count => count >= 0))
            ? new CategoryCounts(rows, categories)
            : throw new ArgumentException("Every case needs a count for each category, none of them negative.", nameof(rows));
    }

    /// <summary>Counts of labels; null is a rating that is missing. The categories are those that occur.</summary>
    public static CategoryCounts OfLabels(IReadOnlyList<IReadOnlyList<string?>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        string[] categories = [.. cases.SelectMany(labels => labels).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new CategoryCounts([.. cases.Select(labels => categories.Select(category => labels.Count(label => label == category)).ToArray())], categories.Length);
    }

    /// <summary>Share of the pairs of ratings of a case that agree, sum c (c-1) / (k (k-1)); null with fewer than two ratings.</summary>
    public double? PairAgreement(int index) =>
        Ratings[index] < 2 ? null : Rows[index].Sum(count => (double)count * (count - 1)) / ((double)Ratings[index] * (Ratings[index] - 1));

    /// <summary>Mean of the pair agreement over the cases with at least two ratings; null where there is none.</summary>
    public double? MeanPairAgreement() => Enumerable.Range(0, Rows.Count).Average(PairAgreement);
}
