using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>
/// Tells statements about the system from statements beside it, from instructions to AI readers and from claimed categories.
/// The rules see text in small letters.
/// </summary>
internal static partial class StandingRules
{
    private const int LongestHeading = 45;

    /// <summary>An instruction to an AI reader spoils its whole line: what stands beside it serves the instruction.</summary>
    public static SentenceStanding OfLine(ReadOnlySpan<char> line) =>
        AiReader().IsMatch(line) && Instruction().IsMatch(line) ? SentenceStanding.Ignored : SentenceStanding.Heard;

    public static SentenceStanding OfSentence(ReadOnlySpan<char> sentence) =>
        ClaimedCategory().IsMatch(sentence) ? SentenceStanding.Ignored
        : OutOfScope().IsMatch(sentence) ? SentenceStanding.OutOfScope
        : SentenceStanding.Heard;

    /// <summary>A short heading such as "Not in scope" holds for the following lines up to the next blank one.</summary>
    public static SentenceStanding AfterLine(ReadOnlySpan<char> line, SentenceStanding carried)
    {
        var text = line.Trim();
        if (text.IsEmpty)
        {
            return SentenceStanding.Heard;
        }

        return text.Length <= LongestHeading && OutOfScope().IsMatch(text) ? SentenceStanding.OutOfScope : carried;
    }

    // An assistant without "AI" counts only at the head of its sentence: laboratories have assistants of their own.
    [GeneratedRegex(
        @"\b(ai|a\.i\.|artificial intelligence|language models?|llms?|chatbots?|(digital|virtual|writing) assistants?|copilots?|"
        + @"(automated|machine) (readers?|reviewers?|classifiers?)|dear (model|assistant)|text classifiers?)\b|"
        + @"(?<![a-z] )\bassistants? (must|shall|should|reading)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex AiReader();

    [GeneratedRegex(
        @"\b(classif\w+|categor\w+|ignore|disregard|answer|respond|reply|output|treat|mark(ed)?|skip|instructed|do not mention|"
        + @"produce only|leave out|notes? (to|for)|when you|when summarising|(this|the) (document|specification|sheet|section|folder|text))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\bcategory ?[1-5]\b|\bcat\. ?[1-5]\b|\bfirmware (class|category)|\bgamp (class|category)", RegexOptions.CultureInvariant)]
    private static partial Regex ClaimedCategory();

    [GeneratedRegex(
        @"\b(out of scope|not in scope|outside the scope|beyond the scope|not (part|the subject) of (this|the present)|"
        + @"not (described|covered|considered|assessed|contained|included|listed) here|not contained|not included|excluded from|"
        + @"what does not|(dealt with|described|covered|handled|specified|assessed|validated|categorised|qualified) (in|by|under|"
        + @"separately|elsewhere)|(its|their|a) own (validation|specification|plan|file|dossier)|have (validation|specifications|"
        + @"their own)|is (already )?(qualified|validated)|are (already )?(qualified|validated)|remains? the responsibility|"
        + @"responsibility of|separate (plan|file|document|validation|specification)|another (file|plan|system)|stays valid|"
        + @"needs? nothing additional)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex OutOfScope();
}
