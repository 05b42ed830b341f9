namespace ValidationWorkbench.Texts;

/// <summary>
/// Least number of inserted, deleted or replaced characters that turns one normalised text into another (Levenshtein 1966). A character is a
/// Unicode scalar value, so that one outside the first 65,536 counts once.
/// </summary>
public static class EditDistance
{
    /// <summary>Number of edits, from 0 to the length of the longer text. Takes time proportional to the product of the lengths.</summary>
    public static int Edits(string left, string right) => Edits(NormalisedText.Characters(left), NormalisedText.Characters(right));

    /// <summary>1 - edits / length of the longer text, in [0,1]; null where both texts are empty.</summary>
    public static double? Similarity(string left, string right)
    {
        int[] one = NormalisedText.Characters(left), two = NormalisedText.Characters(right);
        var longer = Math.Max(one.Length, two.Length);
        return longer == 0 ? null : 1 - ((double)Edits(one, two) / longer);
    }

    private static int Edits(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        // edits[j]: from the part of the left text read so far to the first j characters of the right one.
        var edits = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            edits[j] = j;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = edits[0];
            edits[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = edits[j + 1];
                edits[j + 1] = Math.Min(replaced, Math.Min(diagonal, edits[j]) + 1);
            }
        }

        return edits[right.Length];
    }
}
