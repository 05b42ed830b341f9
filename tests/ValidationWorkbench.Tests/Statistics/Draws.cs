using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Tests.Statistics;

/// <summary>Data for properties that hold whatever the data: generated, and the same in each run.</summary>
internal sealed class Draws(ulong seed)
{
    private readonly SplitMix64 source = new(seed);

    /// <summary>A number in [0,1) with 53 random bits.</summary>
    public double Share() => (source.Next() >> 11) * Math.Pow(2, -53);

    public int Index(int count) => source.NextIndex(count);

    /// <summary>Numbers around a centre, in [-1/2, 1/2) from it.</summary>
    public double[] Numbers(int count, double centre = 0) => [.. Enumerable.Range(0, count).Select(_ => centre + Share() - 0.5)];

    public int[] Counts(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => Index(below))];

    public T[] Shuffled<T>(IEnumerable<T> values) => [.. values.Select(value => (value, key: source.Next())).OrderBy(pair => pair.key).Select(pair => pair.value)];
}
