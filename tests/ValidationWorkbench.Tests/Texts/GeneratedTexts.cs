using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Texts from a seed, short and of few words, so that they often share some.</summary>
internal static class GeneratedTexts
{
    private static readonly string[] Vocabulary =
    [
        "open", "Open", "record", "batch", "4711", "25.0", "-20", "\u2265", "<=", "not",
        "accepted", "rejects", "the", "user", "caf\u00e9", "cafe\u0301", "\ufb01le", "\U00020000", "%", "limit",
    ];

    /// <summary>A text of none to eight words.</summary>
    public static string Text(SplitMix64 random) =>
        string.Join(' ', Enumerable.Range(0, random.NextIndex(9)).Select(_ => Vocabulary[random.NextIndex(Vocabulary.Length)]));

    /// <summary>Pairs of texts; one text in nine is empty on average.</summary>
    public static IEnumerable<(string Left, string Right)> Pairs(ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        return Enumerable.Range(0, count).Select(_ => (Text(random), Text(random)));
    }
}
