namespace ValidationWorkbench.Texts;

/// <summary>Words in common that stand in the same order: ROUGE-L F1 = 2 LCS / (|A| + |B|) (Lin 2004).</summary>
public static class RougeL
{
    /// <summary>Similarity in [0,1] of two token sequences; 0 where one is empty, null where both are.</summary>
    public static double? Similarity(int[] left, int[] right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Length + right.Length == 0 ? null : 2.0 * LongestCommon(left, right) / (left.Length + right.Length);
    }

    /// <summary>Length of the longest common subsequence.</summary>
    private static int LongestCommon(int[] left, int[] right)
    {
        var longest = new int[right.Length + 1];
        foreach (var token in left)
        {
            var diagonal = 0;
            for (var j = 0; j < right.Length; j++)
            {
                var above = longest[j + 1];
                longest[j + 1] = token == right[j] ? diagonal + 1 : Math.Max(above, longest[j]);
                diagonal = above;
            }
        }

        return longest[^1];
    }
}
