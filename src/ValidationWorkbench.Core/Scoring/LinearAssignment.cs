namespace ValidationWorkbench.Scoring;

/// <summary>
/// Optimal one-to-one assignment (Kuhn 1955, Munkres 1957), by shortest augmenting paths with potentials: O(n^3).
/// </summary>
public static class LinearAssignment
{
    /// <summary>
    /// The column of each row so that the sum of weights is greatest; -1 for a row without a column. Weights are finite and not negative.
    /// </summary>
    public static int[] Maximise(double[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        int rows = weights.GetLength(0), columns = weights.GetLength(1), size = Math.Max(rows, columns);
        var result = new int[rows];
        Array.Fill(result, -1);
        if (size == 0)
        {
            return result;
        }

        var rowOf = Solve(size, (i, j) => i < rows && j < columns ? -weights[i, j] : 0);
        for (var j = 0; j < columns; j++)
        {
            if (rowOf[j] < rows)
            {
                result[rowOf[j]] = j;
            }
        }

        return result;
    }

    private static int[] Solve(int size, Func<int, int, double> cost)
    {
        // One-based with row and column 0 as the start of every augmenting path.
        var rowPotential = new double[size + 1];
        var columnPotential = new double[size + 1];
        var rowOf = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var previous = ShortestPath(size, cost, rowPotential, columnPotential, rowOf, out var column);
            while (column != 0)
            {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }

        return [.. rowOf.Skip(1).Select(row => row - 1)];
    }

    private static int[] ShortestPath(int size, Func<int, int, double> cost, double[] rowPotential, double[] columnPotential, int[] rowOf, out int free)
    {
        var previous = new int[size + 1];
        var distance = new double[size + 1];
        var done = new bool[size + 1];
        Array.Fill(distance, double.PositiveInfinity);
        free = 0;
        do
        {
            done[free] = true;
            var row = rowOf[free];
            var next = 0;
            var shortest = double.PositiveInfinity;
            for (var column = 1; column <= size; column++)
            {
                if (done[column])
                {
                    continue;
                }

                var reduced = cost(row - 1, column - 1) - rowPotential[row] - columnPotential[column];
                if (reduced < distance[column])
                {
                    distance[column] = reduced;
                    previous[column] = free;
                }

                if (distance[column] < shortest)
                {
                    shortest = distance[column];
                    next = column;
                }
            }

            for (var column = 0; column <= size; column++)
            {
                if (done[column])
                {
                    rowPotential[rowOf[column]] += shortest;
                    columnPotential[column] -= shortest;
                }
                else
                {
                    distance[column] -= shortest;
                }
            }

            free = next;
        }
        while (rowOf[free] != 0);

        return previous;
    }
}
