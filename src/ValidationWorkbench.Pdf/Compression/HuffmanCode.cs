namespace ValidationWorkbench.Pdf.Compression;

/// <summary>A canonical prefix code: a length per symbol, and the bits that follow from the lengths.</summary>
internal sealed class HuffmanCode
{
    private readonly int[] _bits;

    public HuffmanCode(int[] lengths)
    {
        Lengths = lengths;
        _bits = Canonical(lengths);
    }

    public int[] Lengths { get; }

    /// <summary>The code with the fewest bits for these frequencies, no length above the limit. At least two symbols get a code, since some readers refuse fewer.</summary>
    public static HuffmanCode For(int[] frequencies, int limit)
    {
        int[] weights = [.. frequencies];
        for (int i = 0; weights.Count(w => w > 0) < 2; i++)
        {
            weights[i] = Math.Max(weights[i], 1);
        }

        while (true)
        {
            int[] lengths = TreeDepths(weights);
            if (lengths.Max() <= limit)
            {
                return new HuffmanCode(lengths);
            }

            Flatten(weights);
        }
    }

    public void Write(BitWriter writer, int symbol) => writer.Write(_bits[symbol], Lengths[symbol]);

    public long Cost(int[] frequencies)
    {
        long cost = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
        {
            cost += (long)frequencies[symbol] * Lengths[symbol];
        }

        return cost;
    }

    // Halving brings the weights closer together, which makes the tree shallower; no weight reaches zero, so no symbol is lost.
    private static void Flatten(int[] weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (weights[i] + 1) / 2;
        }
    }

    private static int[] TreeDepths(int[] weights)
    {
        PriorityQueue<int, (long Weight, int Node)> queue = new();
        int[] parents = new int[2 * weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                queue.Enqueue(i, (weights[i], i));
            }
        }

        int next = weights.Length;
        while (queue.TryDequeue(out int left, out (long Weight, int Node) first) && queue.TryDequeue(out int right, out (long Weight, int Node) second))
        {
            parents[left] = next;
            parents[right] = next;
            queue.Enqueue(next, (first.Weight + second.Weight, next));
            next++;
        }

        return [.. Enumerable.Range(0, weights.Length).Select(i => weights[i] > 0 ? Depth(parents, i) : 0)];
    }

    private static int Depth(int[] parents, int node)
    {
        int depth = 0;
        while (parents[node] != 0)
        {
            node = parents[node];
            depth++;
        }

        return depth;
    }

    private static int[] Canonical(int[] lengths)
    {
        int[] bits = new int[lengths.Length];
        int code = 0;
        int longest = lengths.Max();
        for (int length = 1; length <= longest; length++)
        {
            for (int symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    bits[symbol] = Reversed(code++, length);
                }
            }

            code <<= 1;
        }

        return bits;
    }

    private static int Reversed(int code, int length)
    {
        int reversed = 0;
        for (int i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | ((code >> i) & 1);
        }

        return reversed;
    }
}
