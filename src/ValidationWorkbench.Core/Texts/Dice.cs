namespace ValidationWorkbench.Texts;

/// <summary>Share of words in common: 2 |A and B| / (|A| + |B|) over multisets of tokens (Dice 1945; equal to ROUGE-1 F1, Lin 2004).</summary>
public static class Dice
{
    /// <summary>Similarity in [0,1] of two sorted token lists; 0 where one is empty, null where both are.</summary>
    public static double? Similarity(int[] left, int[] right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Length + right.Length == 0 ? null : 2.0 * Common(left, right) / (left.Length + right.Length);
    }

    /// <summary>Size of the intersection of two sorted lists, each token counted as often as it occurs in both.</summary>
    public static int Common(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        int i = 0, j = 0, common = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                common++;
                i++;
                j++;
            }
            else if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }
}
