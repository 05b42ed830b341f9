namespace ValidationWorkbench.Statistics;

/// <summary>
/// Random numbers from a seed, the same on every machine and .NET version, which <see cref="Random"/> does not promise.
/// Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"; constants of the public reference code.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>Next 64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Next index in [0,<paramref name="count"/>), by the high half of the product.</summary>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(Next(), (ulong)count, out _);
    }
}
