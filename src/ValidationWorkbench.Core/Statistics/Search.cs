namespace ValidationWorkbench.Statistics;

/// <summary>Search by halving.</summary>
internal static class Search
{
    /// <summary>Smallest number from first to last for which a condition holds that, once it holds, holds to the end; it must hold for the last one.</summary>
    public static int FirstTrue(int first, int last, Func<int, bool> holds)
    {
        while (first < last)
        {
            var middle = first + ((last - first) / 2);
            if (holds(middle))
            {
                last = middle;
            }
            else
            {
                first = middle + 1;
            }
        }

        return last;
    }
}
