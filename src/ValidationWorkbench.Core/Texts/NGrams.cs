namespace ValidationWorkbench.Texts;

/// <summary>Runs of n neighbouring symbols as numbers, equal for equal runs over all sequences that one instance has seen.</summary>
internal sealed class NGrams<T>
    where T : notnull
{
    private readonly Dictionary<(int Prefix, T Last), int> numbers = [];

    /// <summary>For each order 1..<paramref name="maxOrder"/> the n-grams of a sequence, sorted; an order that is longer than the sequence has none.</summary>
    public int[][] Of(IReadOnlyList<T> sequence, int maxOrder)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxOrder);
        var orders = new int[maxOrder][];
        var shorter = Enumerable.Repeat(-1, sequence.Count + 1).ToArray();
        for (var order = 1; order <= maxOrder; order++)
        {
            var grams = new int[Math.Max(0, sequence.Count - order + 1)];
            for (var i = 0; i < grams.Length; i++)
            {
                grams[i] = NumberOf((shorter[i], sequence[i + order - 1]));
            }

            shorter = grams;
            orders[order - 1] = [.. grams.Order()];
        }

        return orders;
    }

    private int NumberOf((int Prefix, T Last) gram)
    {
        if (!numbers.TryGetValue(gram, out var number))
        {
            number = numbers.Count;
            numbers.Add(gram, number);
        }

        return number;
    }
}
