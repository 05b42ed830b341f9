namespace ValidationWorkbench.Models;

/// <summary>
/// A prompt cut into sentences. <see cref="Lower"/> has the same length as <see cref="Original"/>: small letters, and a space
/// in place of each line break that merely wraps a sentence.
/// </summary>
internal sealed class DocumentText
{
    private const int ShortestWrappedLine = 50;

    private DocumentText(string original)
    {
        Original = original;
        Lower = Unwrap(original);
        Sentences = SentenceReader.Read(Lower);
    }

    public string Original { get; }

    public string Lower { get; }

    public IReadOnlyList<TextSentence> Sentences { get; }

    public static DocumentText Read(string prompt) => new(prompt);

    /// <summary>Index of the sentence that holds the position, or of the last one before it.</summary>
    public int SentenceAt(int position)
    {
        var low = 0;
        var high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static string Unwrap(string original) => string.Create(original.Length, original, static (target, source) =>
    {
        source.AsSpan().ToLowerInvariant(target);
        var lineStart = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\n')
            {
                continue;
            }

            if (IsWrap(source.AsSpan(lineStart, i - lineStart), source.AsSpan(i + 1)))
            {
                target[i] = ' ';
            }

            lineStart = i + 1;
        }
    });

    private static bool IsWrap(ReadOnlySpan<char> line, ReadOnlySpan<char> rest)
    {
        var trimmed = line.TrimEnd();
        return trimmed.Length >= ShortestWrappedLine && trimmed[^1] is not ('.' or ':' or ';' or '!' or '?' or '|')
            && !rest.IsEmpty && rest[0] != '\n' && !BeginsListItem(rest.TrimStart(' '));
    }

    private static bool BeginsListItem(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(' ', '\n');
        var word = end < 0 ? line : line[..end];
        return word.IsEmpty || word[0] is '-' or '*' or '•' or '|' or '>' or '+' or '('
            || word[^1] is ')' or ':'
            || (char.IsAsciiLetterUpper(word[0]) && char.IsAsciiDigit(word[^1]) && word.ContainsAny('-', '.', '_'));
    }
}
