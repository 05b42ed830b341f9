namespace ValidationWorkbench.Statistics;

/// <summary>Square table of two raters: row = category of the first, column = category of the second, cell = number of cases.</summary>
public sealed class AgreementTable
{
    private readonly IReadOnlyList<IReadOnlyList<int>> counts;

    private AgreementTable(IReadOnlyList<IReadOnlyList<int>> counts, int n)
    {
        this.counts = counts;
        N = n;
        var categories = Enumerable.Range(0, Size);
        Rows = [.. counts.Select(row => Share(row.Sum()))];
        Columns = [.. categories.Select(j => Share(counts.Sum(row => row[j])))];
        Observed = Share(categories.Sum(i => counts[i][i]));
        Expected = categories.Sum(i => Rows[i] * Columns[i]);
        IsOneCategory = categories.Any(i => counts[i][i] == N);
    }

    /// <summary>Number of categories.</summary>
    public int Size => counts.Count;

    /// <summary>Number of cases, at least 1.</summary>
    public int N { get; }

    /// <summary>Share of each category in the ratings of the first rater.</summary>
    public IReadOnlyList<double> Rows { get; }

    /// <summary>Share of each category in the ratings of the second rater.</summary>
    public IReadOnlyList<double> Columns { get; }

    /// <summary>Share of the cases in which both say the same.</summary>
    public double Observed { get; }

    /// <summary>Share in which raters with these margins would say the same by chance.</summary>
    public double Expected { get; }

    /// <summary>True where both always say one and the same category: agreement beyond chance is 0/0.</summary>
    public bool IsOneCategory { get; }

    /// <summary>Share of the cases in a cell.</summary>
    public double this[int row, int column] => Share(counts[row][column]);

    /// <summary>A table over the agreed categories, whether they occur or not; null where there is no case.</summary>
    /// <exception cref="ArgumentException">The table is not square or a count is negative.</exception>
    public static AgreementTable? Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Any(row => row.Count != counts.Count || row.Any(count => count < 0)))
        {
            throw new ArgumentException("A square table of counts is needed, none of them negative.", nameof(counts));
        }

        var n = counts.Sum(row => row.Sum());
        return n == 0 ? null : new AgreementTable(counts, n);
    }

    /// <summary>Sum of a function over all cells, each weighted by its share.</summary>
    internal double Mean(Func<int, int, double> value) =>
        Enumerable.Range(0, Size).Sum(i => Enumerable.Range(0, Size).Sum(j => counts[i][j] == 0 ? 0 : this[i, j] * value(i, j)));

    private double Share(int count) => (double)count / N;
}
