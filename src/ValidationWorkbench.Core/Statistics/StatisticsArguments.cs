namespace ValidationWorkbench.Statistics;

/// <summary>Checks that many methods share.</summary>
internal static class StatisticsArguments
{
    /// <summary>Values that vary less than this do not vary: what is left is rounding.</summary>
    public const double NoSpread = 1e-12;

    public static void RequireConfidence(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence strictly between 0 and 1 is needed.");
        }
    }

    public static void RequireFinite(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.All(double.IsFinite))
        {
            throw new ArgumentException("Finite values are needed.", nameof(values));
        }
    }

    /// <summary>Number of repeats, the same in every case and at least one; 0 where there is no case.</summary>
    public static int RequireSameRepeats<T>(IReadOnlyList<IReadOnlyList<T>> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var repeats = cases.Count == 0 ? 0 : cases[0].Count;
        return cases.All(row => row.Count == repeats && repeats > 0) ? repeats : throw new ArgumentException("Every case needs the same number of repeats, at least one.", nameof(cases));
    }

    /// <summary>Two rows of counts over the same categories.</summary>
    public static void RequireCounts(IReadOnlyList<int> reference, IReadOnlyList<int> current)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        if (reference.Count != current.Count || reference.Concat(current).Any(count => count < 0))
        {
            throw new ArgumentException("Two rows of counts over the same categories are needed, none of them negative.", nameof(current));
        }
    }
}
