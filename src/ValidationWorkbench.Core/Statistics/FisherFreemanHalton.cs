using MathNet.Numerics;

namespace ValidationWorkbench.Statistics;

/// <summary>
/// Exact test of a 2 x B table (Freeman and Halton 1951): the probability, with all margins fixed, of the tables that are at most as probable as
/// the observed one. Tables are visited column by column; where all completions of a beginning lie on one side of the observed probability,
/// they are counted at once (after the network algorithm of Mehta and Patel 1983).
/// </summary>
public static class FisherFreemanHalton
{
    /// <summary>Most cases that are accepted; with more, the chi-square test serves.</summary>
    public const int LargestN = 2000;

    private const long LargestVisits = 20_000_000;

    // Equally probable tables differ in their last bits; the same allowance as in R.
    private const double Allowance = 1e-7;

    /// <summary>p in (0,1]; null where a row has no case or only one category is in use, since there is but one table then.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths, a count is negative, or the table is too large to be enumerated.</exception>
    public static double? PValue(IReadOnlyList<int> reference, IReadOnlyList<int> current)
    {
        StatisticsArguments.RequireCounts(reference, current);
        var columns = reference.Zip(current, (a, b) => (Cell: a, Total: a + b)).Where(column => column.Total > 0).OrderBy(column => column.Total).ToArray();
        int row = reference.Sum(), all = row + current.Sum();
        if (row == 0 || row == all || columns.Length < 2)
        {
            return null;
        }

        if (all > LargestN)
        {
            throw new ArgumentException("The table has too many cases for the exact test; use the chi-square test.", nameof(current));
        }

        var observed = columns.Sum(column => LogChoices(column.Total, column.Cell));
        return new Enumeration([.. columns.Select(column => column.Total)], row, all, observed + Allowance).P();
    }

    private static double LogChoices(int n, int k) => SpecialFunctions.BinomialLn(n, k);

    /// <summary>Walks through the tables with the column totals and the total of the first row given.</summary>
    private sealed class Enumeration
    {
        private readonly int[] totals;
        private readonly int[] rest;
        private readonly double limit;
        private readonly int row;
        private readonly double logTables;
        private readonly double[][] choices;
        private readonly double[][] largest;
        private readonly double[][] smallest;
        private long visits;

        public Enumeration(int[] totals, int row, int all, double limit)
        {
            (this.totals, this.row, this.limit) = (totals, row, limit);
            logTables = LogChoices(all, row);
            choices = [.. totals.Select(total => Enumerable.Range(0, total + 1).Select(cell => LogChoices(total, cell)).ToArray())];
            rest = new int[totals.Length + 1];
            largest = new double[totals.Length + 1][];
            smallest = new double[totals.Length + 1][];
            (largest[^1], smallest[^1]) = ([0], [0]);
            for (var column = totals.Length - 1; column >= 0; column--)
            {
                rest[column] = rest[column + 1] + totals[column];
                Bound(column);
            }
        }

        public double P() => Math.Min(1, Visit(0, row, 0));

        /// <summary>Log of the largest and the smallest product of choices from this column on, for each number of cases left for the first row.</summary>
        private void Bound(int column)
        {
            var count = Math.Min(row, rest[column]) + 1;
            largest[column] = new double[count];
            smallest[column] = new double[count];
            for (var left = 0; left < count; left++)
            {
                double high = double.NegativeInfinity, low = double.PositiveInfinity;
                var (first, last) = Cells(column, left);
                for (var cell = first; cell <= last; cell++)
                {
                    high = Math.Max(high, choices[column][cell] + largest[column + 1][left - cell]);
                    low = Math.Min(low, choices[column][cell] + smallest[column + 1][left - cell]);
                }

                (largest[column][left], smallest[column][left]) = (high, low);
            }
        }

        private (int First, int Last) Cells(int column, int left) => (Math.Max(0, left - rest[column + 1]), Math.Min(left, totals[column]));

        private double Visit(int column, int left, double past)
        {
            if (past + largest[column][left] <= limit)
            {
                return Math.Exp(past + LogChoices(rest[column], left) - logTables);
            }

            if (past + smallest[column][left] > limit)
            {
                return 0;
            }

            if (++visits > LargestVisits)
            {
                throw new ArgumentException("The table has too many like it for the exact test; use the chi-square test.");
            }

            var sum = 0.0;
            var (first, last) = Cells(column, left);
            for (var cell = first; cell <= last; cell++)
            {
                sum += Visit(column + 1, left - cell, past + choices[column][cell]);
            }

            return sum;
        }
    }
}
