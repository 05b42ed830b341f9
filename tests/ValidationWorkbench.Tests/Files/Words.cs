namespace ValidationWorkbench.Tests.Files;

/// <summary>Words of a text, counted and compared independently of the code under test.</summary>
internal static class Words
{
    public static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Words in small letters without punctuation, sorted.</summary>
    public static List<string> Sorted(string text) =>
        [.. new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    /// <summary>Twice the words in common over all words, in [0,1], of two sorted lists.</summary>
    public static double Dice(List<string> left, List<string> right)
    {
        int i = 0, j = 0, common = 0;
        while (i < left.Count && j < right.Count)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return 2.0 * common / (left.Count + right.Count);
    }
}
