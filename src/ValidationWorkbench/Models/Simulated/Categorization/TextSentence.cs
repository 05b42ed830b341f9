namespace ValidationWorkbench.Models;

/// <summary>Position of a sentence in a <see cref="DocumentText"/>.</summary>
internal readonly record struct TextSentence(int Start, int End, SentenceStanding Standing);
