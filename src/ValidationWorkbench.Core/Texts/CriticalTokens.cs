using System.Text.RegularExpressions;

namespace ValidationWorkbench.Texts;

/// <summary>
/// Numbers with sign, comparators, negations and words of polarity in English texts: what similarity of words is blind to. A screen and no proof: "at least",
/// a changed unit or another object of the sentence are not seen.
/// </summary>
public static partial class CriticalTokens
{
    /// <summary>Critical tokens of a text, by kind and then in their order.</summary>
    public static IReadOnlyList<CriticalToken> Of(string text) =>
        [.. Pattern().Matches(NormalisedText.Of(text)).Select(Read).OfType<CriticalToken>().OrderBy(token => token.Kind)];

    /// <summary>What one text has more often than the other, both ways; in the order of <see cref="Of"/>.</summary>
    public static (IReadOnlyList<CriticalToken> OnlyInLeft, IReadOnlyList<CriticalToken> OnlyInRight) Difference(string left, string right) => Difference(Of(left), Of(right));

    /// <summary>The same of texts whose tokens are known.</summary>
    public static (IReadOnlyList<CriticalToken> OnlyInLeft, IReadOnlyList<CriticalToken> OnlyInRight) Difference(IReadOnlyList<CriticalToken> left, IReadOnlyList<CriticalToken> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Count + right.Count == 0 ? ([], []) : (Surplus(left, right), Surplus(right, left));
    }

    private static List<CriticalToken> Surplus(IReadOnlyList<CriticalToken> tokens, IReadOnlyList<CriticalToken> others)
    {
        var rest = others.CountBy(other => other.Meaning).ToDictionary(StringComparer.Ordinal);
        var surplus = new List<CriticalToken>();
        foreach (var token in tokens)
        {
            var left = rest.GetValueOrDefault(token.Meaning);
            rest[token.Meaning] = left - 1;
            if (left <= 0)
            {
                surplus.Add(token);
            }
        }

        return surplus;
    }

    private static CriticalToken? Read(Match match)
    {
        var text = match.Value;
        if (match.Groups["number"].Success)
        {
            var number = text[0] is '\u2212' or '\u2013' ? $"-{text[1..]}" : text;
            return new CriticalToken(CriticalTokenKind.Number, number.TrimStart('+'), number);
        }

        if (match.Groups["comparator"].Success)
        {
            var meaning = text switch { "<=" or "=<" => "≤", ">=" => "≥", "!=" or "<>" => "≠", "==" => "=", _ => text };
            return new CriticalToken(CriticalTokenKind.Comparator, meaning, text);
        }

        if (match.Groups["negation"].Success)
        {
            return new CriticalToken(CriticalTokenKind.Negation, text switch { "cannot" => "not", "none" or "nothing" or "nobody" => "no", _ => text }, text);
        }

        return match.Groups["contraction"].Success ? new CriticalToken(CriticalTokenKind.Negation, "not", "not")
            : PolarityWords.BaseOf(text) is { } word ? new CriticalToken(CriticalTokenKind.Polarity, PolarityWords.MeaningOf(word), word)
            : null;
    }

    // A hyphen is a sign only where nothing stands before it that it could join: "-20" and "(-20", but "2-8" and "REQ-001" have none. ">" after a hyphen is an
    // arrow, "no. 5" counts and does not deny. Minus sign and en dash are signs as well, since writers use them so.
    [GeneratedRegex(
        """
        (?<number>(?:(?<=^|[\s(\[{<>≤≥=≠±])[-+\u2212\u2013])?\p{Nd}+(?:[.,]\p{Nd}+)*)
        |(?<comparator><=|=<|>=|<>|!=|==|(?<!-)>|[<≤≥=≠±])
        |(?<![\p{L}\p{Nd}])(?<negation>not|no(?!\.\s*\p{Nd})|non|never|none|nothing|nobody|neither|nor|cannot|without|unable)(?![\p{L}\p{Nd}])
        |(?<contraction>(?<=\p{L})n['\u2019]t)(?!\p{L})
        |(?<![\p{L}\p{Nd}])\p{L}+(?![\p{L}\p{Nd}]|['\u2019]t(?!\p{L}))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
