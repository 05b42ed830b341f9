namespace ValidationWorkbench.Scoring;

/// <summary>
/// Optimal one-to-one assignment (Kuhn 1955, Munkres 1957), by shortest augmenting paths with potentials: O(n^3). The greatest sum is unique, the assignment
/// that reaches it need not be: then the first row takes the first column it can have, then the second row, and so on.
/// </summary>
public static class LinearAssignment
{
    // Sums that differ by less than this share of the greatest weight count as equal: it is rounding.
    private const double Rounding = 1e-12;

    /// <summary>
    /// The column of each row so that the sum of weights is greatest; as many rows as possible have one, and -1 stands for none. Weights are finite
    /// and not negative.
    /// </summary>
    public static int[] Maximise(double[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Solve(weights, (_, column) => column < weights.GetLength(1));
    }

    /// <summary>The same sum, but rows and columns whose pair weighs nothing stay without each other.</summary>
    public static int[] MaximisePairs(double[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        int rows = weights.GetLength(0), columns = weights.GetLength(1);
        return Solve(weights, (row, column) => row < rows && column < columns && weights[row, column] > 0);
    }

    /// <param name="weights">Weights of rows and columns.</param>
    /// <param name="isPair">True where a row that has this column counts as having one.</param>
    private static int[] Solve(double[,] weights, Func<int, int, bool> isPair)
    {
        int rows = weights.GetLength(0), columns = weights.GetLength(1), size = Math.Max(rows, columns);
        var greatest = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "Weights are finite and not negative.");
            }

            greatest = Math.Max(greatest, weight);
        }

        var search = new AssignmentSearch(weights, size);
        search.Run();
        search.BreakTies(rows, isPair, Rounding * greatest);
        return [.. search.Columns.Take(rows).Select((column, row) => isPair(row, column) ? column : -1)];
    }
}
