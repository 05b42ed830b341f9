using System.Text;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Texts;

/// <summary>
/// Words of texts as sorted numbers, so that texts are compared quickly. Normalisation: invariant lower case, letters taken as they are written (without ICU, .NET offers no compatibility forms); a token is a run of letters, a
/// number with its separators, or one of the signs &lt; &gt; ≤ ≥ = ± %. No stemming, no stop words. Not safe for concurrent use.
/// </summary>
public sealed partial class TokenTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Tokens of a text, ascending, repeated as often as they occur.</summary>
    public int[] Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Words(text).Select(NumberOf).ToArray();
        Array.Sort(tokens);
        return tokens;
    }

    /// <summary>Normalised words of a text in their order.</summary>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().Matches(WellFormed(text).ToLowerInvariant()).Select(match => match.Value);
    }

    /// <summary>Replaces lone surrogates, which are no text.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }

    [GeneratedRegex(@"\p{L}+|\p{Nd}+(?:[.,]\p{Nd}+)*|[<>≤≥=±%]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
