namespace ValidationWorkbench.Models;

/// <summary>
/// How many tokens a text has, without the model's tokenizer. Measured with o200k_base and cl100k_base on the shipped cases, C#, Markdown, JSON and
/// texts in German, Russian, Chinese, Japanese, Arabic, Hindi and Thai: 0.9 to 5.6 characters a token; the low estimate was 0.10 to 0.59 of the true
/// number, the high one 1.1 to 8.3 times it. A text of nothing but long words, or of random signs, can lie outside.
/// </summary>
/// <param name="Low">One token for eight characters; white space and a sign that repeats the one before it are not counted.</param>
/// <param name="Typical">One token for four characters, as in English.</param>
/// <param name="High">One token for two ASCII characters, two tokens for any other.</param>
public readonly record struct TokenEstimate(long Low, long Typical, long High)
{
    /// <summary>The estimate for a text.</summary>
    public static TokenEstimate Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long solid = 0, others = 0;
        var previous = '\0';
        foreach (var character in text)
        {
            solid += char.IsWhiteSpace(character) || character == previous ? 0 : 1;
            others += char.IsAscii(character) ? 0 : 1;
            previous = character;
        }

        return new TokenEstimate(solid / 8, text.Length / 4, ((text.Length - others) / 2) + (2 * others));
    }
}
