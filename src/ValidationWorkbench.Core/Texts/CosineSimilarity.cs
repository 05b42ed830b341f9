namespace ValidationWorkbench.Texts;

/// <summary>Cosine of the angle between two vectors: a·b / (|a| |b|).</summary>
public static class CosineSimilarity
{
    /// <summary>
    /// Similarity in [-1,1]; null where it is undefined: the lengths differ, the vectors are empty, or one of them is zero. Each vector is
    /// scaled by its largest element first, so that neither very large nor very small elements leave the range of a number.
    /// </summary>
    /// <exception cref="ArgumentException">An element is not finite.</exception>
    public static double? Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (leftScale, rightScale) = (Largest(left), Largest(right));
        if (left.Length != right.Length || leftScale == 0 || rightScale == 0)
        {
            return null;
        }

        double dot = 0, leftSquares = 0, rightSquares = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var (a, b) = (left[i] / leftScale, right[i] / rightScale);
            dot += a * b;
            leftSquares += a * a;
            rightSquares += b * b;
        }

        return Math.Clamp(dot / (Math.Sqrt(leftSquares) * Math.Sqrt(rightSquares)), -1, 1);
    }

    private static double Largest(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        foreach (var element in vector)
        {
            largest = double.IsFinite(element) ? Math.Max(largest, Math.Abs(element))
                : throw new ArgumentException("An element of a vector is not finite.", nameof(vector));
        }

        return largest;
    }
}
