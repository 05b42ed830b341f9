using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Optimal one-to-one assignment against traps, published solutions and brute force.</summary>
public sealed class LinearAssignmentTests
{
    [Fact]
    public void The_best_for_each_alone_is_not_the_best_for_all() =>
        // Greedy takes 0.9 + 0.1 = 1.0; the optimum is 0.8 + 0.8 = 1.6.
        Assert.Equal([1, 0], LinearAssignment.Maximise(new[,] { { 0.9, 0.8 }, { 0.8, 0.1 } }));

    [Fact]
    public void Three_rows_find_their_columns_among_four() =>
        // R clue::solve_LSAP(maximum = TRUE): columns 1, 2, 4, total 2.3.
        Assert.Equal([0, 1, 3], LinearAssignment.Maximise(new[,] { { 0.9, 0.6, 0.1, 0.2 }, { 0.8, 0.75, 0.3, 0.2 }, { 0.05, 0.7, 0.1, 0.65 } }));

    [Fact]
    public void Rows_beyond_the_columns_stay_without_one() =>
        Assert.Equal([-1, 0, 1], LinearAssignment.Maximise(new[,] { { 0.1, 0.1 }, { 0.9, 0.2 }, { 0.3, 0.8 } }));

    [Fact]
    public void Nothing_is_assigned_where_there_is_nothing()
    {
        Assert.Empty(LinearAssignment.Maximise(new double[0, 0]));
        Assert.Empty(LinearAssignment.Maximise(new double[0, 3]));
        Assert.Equal([-1, -1], LinearAssignment.Maximise(new double[2, 0]));
    }

    [Fact]
    public void One_row_takes_its_greatest_weight() => Assert.Equal([2], LinearAssignment.Maximise(new[,] { { 0.2, 0.1, 0.7, 0.6 } }));

    [Fact]
    public void Of_equal_sums_the_first_row_takes_the_first_column_it_can_have()
    {
        Assert.Equal([0, 1, 2, 3], LinearAssignment.Maximise(new double[4, 4]));
        Assert.Equal([0, 1, -1], LinearAssignment.Maximise(new double[3, 2]));
        Assert.Equal([0, 1], LinearAssignment.Maximise(new[,] { { 0.5, 0.5 }, { 0.5, 0.5 } }));

        // Row 1 could have column 0 as well, but row 0 comes first; row 2 has nothing else.
        Assert.Equal([1, 2, 0], LinearAssignment.Maximise(new[,] { { 0.9, 0.9, 0 }, { 0.8, 0.8, 0.8 }, { 0.7, 0, 0 } }));
    }

    [Fact]
    public void A_pair_that_weighs_nothing_is_none()
    {
        Assert.Equal([-1, -1], LinearAssignment.MaximisePairs(new double[2, 2]));

        // Row 0 and row 1 want the same column equally: the first has it, though a column of no weight comes earlier.
        Assert.Equal([1, -1], LinearAssignment.MaximisePairs(new[,] { { 0, 0.9 }, { 0, 0.9 } }));
        Assert.Equal([0, 1], LinearAssignment.Maximise(new[,] { { 0, 0.9 }, { 0, 0.9 } }));

        // One pair of 1 and two of 0.5 weigh the same: row 0 decides.
        Assert.Equal([0, -1], LinearAssignment.MaximisePairs(new[,] { { 1, 0.5 }, { 0.5, 0 } }));
    }

    [Fact]
    public void Weights_below_zero_or_without_a_value_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAssignment.Maximise(new[,] { { -0.1 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAssignment.Maximise(new[,] { { double.NaN } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAssignment.MaximisePairs(new[,] { { double.PositiveInfinity } }));
    }

    [Fact]
    public void Random_weights_reach_the_sum_of_brute_force()
    {
        var random = new SplitMix64(20240601);
        for (var round = 0; round < 400; round++)
        {
            var weights = Draw(random, 1 + random.NextIndex(6), 1 + random.NextIndex(6));
            var columns = LinearAssignment.Maximise(weights);
            var taken = columns.Where(column => column >= 0).ToList();
            Assert.Equal(Math.Min(weights.GetLength(0), weights.GetLength(1)), taken.Distinct().Count());
            Assert.Equal(taken.Count, taken.Distinct().Count());
            Assert.Equal(Best(weights, 0, 0), Sum(weights, columns), 1e-12);
        }
    }

    [Fact]
    public void Of_equal_sums_the_first_in_the_order_of_rows_and_columns_is_taken()
    {
        var random = new SplitMix64(11);
        for (var round = 0; round < 400; round++)
        {
            // Eighths have no rounding, and three values make many ties.
            var weights = new double[1 + random.NextIndex(5), 1 + random.NextIndex(5)];
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i / weights.GetLength(1), i % weights.GetLength(1)] = random.NextIndex(3) / 8.0;
            }

            var best = Best(weights, 0, 0);
            var pairings = Pairings(weights, 0, 0).Where(columns => Sum(weights, columns) == best).ToList();
            var assigned = Math.Min(weights.GetLength(0), weights.GetLength(1));
            Assert.Equal(First(pairings.Where(columns => columns.Count(column => column >= 0) == assigned)), LinearAssignment.Maximise(weights));
            var ofWeight = pairings.Where(columns => columns.Select((column, row) => column < 0 || weights[row, column] > 0).All(isPair => isPair));
            Assert.Equal(First(ofWeight), LinearAssignment.MaximisePairs(weights));
        }
    }

    [Fact]
    public void A_hundred_rows_reach_the_known_optimum()
    {
        // Weight 2 on a hidden permutation and below 1 elsewhere: the permutation is the only optimum.
        var random = new SplitMix64(7);
        var hidden = Enumerable.Range(0, 100).Select(row => (row * 37) % 100).ToArray();
        var weights = Draw(random, 100, 100);
        for (var row = 0; row < 100; row++)
        {
            weights[row, hidden[row]] = 2;
        }

        Assert.Equal(hidden, LinearAssignment.Maximise(weights));
    }

    /// <summary>Weights of a coarse grid, so that ties are frequent.</summary>
    private static double[,] Draw(SplitMix64 random, int rows, int columns)
    {
        var weights = new double[rows, columns];
        for (var i = 0; i < rows * columns; i++)
        {
            weights[i / columns, i % columns] = random.NextIndex(11) / 11.0;
        }

        return weights;
    }

    /// <summary>Greatest sum from a row on, over every choice of free columns; a row may stay without one.</summary>
    private static double Best(double[,] weights, int row, int used)
    {
        if (row == weights.GetLength(0))
        {
            return 0;
        }

        var best = Best(weights, row + 1, used);
        for (var column = 0; column < weights.GetLength(1); column++)
        {
            if ((used & (1 << column)) == 0)
            {
                best = Math.Max(best, weights[row, column] + Best(weights, row + 1, used | (1 << column)));
            }
        }

        return best;
    }

    private static double Sum(double[,] weights, IEnumerable<int> columns) => columns.Select((column, row) => column < 0 ? 0 : weights[row, column]).Sum();

    /// <summary>Every way to give rows from one on a free column or none.</summary>
    private static IEnumerable<int[]> Pairings(double[,] weights, int row, int used)
    {
        if (row == weights.GetLength(0))
        {
            return [[]];
        }

        return from column in Enumerable.Range(-1, weights.GetLength(1) + 1)
               where column < 0 || (used & (1 << column)) == 0
               from rest in Pairings(weights, row + 1, column < 0 ? used : used | (1 << column))
               select (int[])[column, .. rest];
    }

    /// <summary>The first in the order of columns, row by row; no column comes last.</summary>
    private static int[] First(IEnumerable<int[]> pairings) =>
        pairings.MinBy(columns => string.Concat(columns.Select(column => column < 0 ? '9' : (char)('0' + column))), StringComparer.Ordinal)!;
}
