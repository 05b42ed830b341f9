namespace ValidationWorkbench.Scoring;

/// <summary>The work space of one assignment over a square of costs: weights negated, and rows or columns of zeros where the weights are no square.</summary>
internal sealed class AssignmentSearch(double[,] weights, int size)
{
    private const int None = -1;

    private readonly int rows = weights.GetLength(0);
    private readonly int columns = weights.GetLength(1);
    private readonly double[] rowPotential = new double[size];
    private readonly double[] columnPotential = new double[size];
    private readonly int[] rowOf = NoneOf(size);
    private readonly int[] columnOf = NoneOf(size);
    private readonly double[] distance = new double[size];
    private readonly int[] previous = new int[size];
    private readonly bool[] isDone = new bool[size];

    /// <summary>The column of each row of the square.</summary>
    public IReadOnlyList<int> Columns => columnOf;

    /// <summary>Finds an assignment of least cost, row by row.</summary>
    public void Run()
    {
        for (var row = 0; row < size; row++)
        {
            var column = ShortestPath(row);
            while (column != None)
            {
                // Each row on the path hands its column to the row before it and takes the next one.
                var owner = previous[column] == None ? row : rowOf[previous[column]];
                rowOf[column] = owner;
                (columnOf[owner], column) = (column, previous[column]);
            }
        }
    }

    /// <summary>
    /// Among the assignments of least cost, gives each row in turn the first column with which it counts as paired. All of them use only pairs without reduced cost,
    /// so a row can move to a column if its owner can move on, and so on, until somebody takes the column that the row leaves.
    /// </summary>
    public void BreakTies(int count, Func<int, int, bool> isPair, double rounding)
    {
        var isFixed = new bool[size];
        for (var row = 0; row < count; row++)
        {
            var left = columnOf[row];
            var end = isPair(row, left) ? left : size;
            var wanted = Enumerable.Range(0, end).Where(column => column != left && isPair(row, column) && IsTight(row, column, rounding)).ToList();
            if (wanted.Count > 0)
            {
                FindWays(row, left, isFixed, isPair, rounding);
                if (wanted.FindIndex(column => isDone[column]) is >= 0 and var first)
                {
                    Move(row, wanted[first], left);
                }
            }

            isFixed[row] = true;
        }
    }

    /// <summary>Marks the columns whose owners can move on towards a column that becomes free, and where to.</summary>
    private void FindWays(int row, int free, bool[] isFixed, Func<int, int, bool> isPair, double rounding)
    {
        Array.Clear(isDone);
        var queue = new Queue<int>([free]);
        isDone[free] = true;
        while (queue.TryDequeue(out var target))
        {
            for (var column = 0; column < size; column++)
            {
                var owner = rowOf[column];
                var mayMove = !isDone[column] && owner != row && !(isFixed[owner] && isPair(owner, column));
                if (mayMove && IsTight(owner, target, rounding))
                {
                    isDone[column] = true;
                    previous[column] = target;
                    queue.Enqueue(column);
                }
            }
        }
    }

    private void Move(int row, int column, int left)
    {
        while (true)
        {
            var displaced = rowOf[column];
            rowOf[column] = row;
            columnOf[row] = column;
            if (column == left)
            {
                return;
            }

            (row, column) = (displaced, previous[column]);
        }
    }

    /// <summary>Column at the end of the shortest way from a row to a free column; <see cref="previous"/> leads back. Adjusts the potentials.</summary>
    private int ShortestPath(int start)
    {
        Array.Fill(distance, double.PositiveInfinity);
        Array.Clear(isDone);
        int row = start, reached = None;
        var length = 0.0;
        while (true)
        {
            var next = None;
            for (var column = 0; column < size; column++)
            {
                if (isDone[column])
                {
                    continue;
                }

                var through = length + Reduced(row, column);
                if (through < distance[column])
                {
                    distance[column] = through;
                    previous[column] = reached;
                }

                if (next == None || distance[column] < distance[next])
                {
                    next = column;
                }
            }

            length = distance[next];
            if (rowOf[next] == None)
            {
                Adjust(start, length);
                return next;
            }

            isDone[next] = true;
            reached = next;
            row = rowOf[next];
        }
    }

    private void Adjust(int start, double length)
    {
        rowPotential[start] += length;
        for (var column = 0; column < size; column++)
        {
            if (isDone[column])
            {
                columnPotential[column] -= length - distance[column];
                rowPotential[rowOf[column]] += length - distance[column];
            }
        }
    }

    private bool IsTight(int row, int column, double rounding) => Reduced(row, column) <= rounding;

    /// <summary>Cost without the potentials: never below 0 but for rounding, and 0 for pairs of an assignment of least cost.</summary>
    private double Reduced(int row, int column) => (row < rows && column < columns ? -weights[row, column] : 0) - rowPotential[row] - columnPotential[column];

    private static int[] NoneOf(int size)
    {
        var places = new int[size];
        Array.Fill(places, None);
        return places;
    }
}
